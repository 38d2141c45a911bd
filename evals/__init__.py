"""Measuring: datasets, evaluators, runner, reports and benchmarks, entering the product through its wiring."""
