"""Public benchmark sets, run through the product's own retriever, router, quoter and triage.

One module per form of data: each says whether a folder has its form (`fits`) and measures it (`measure`).
"""
