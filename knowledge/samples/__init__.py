"""The sample site: the documents of the fictional Copper Kettle Diner and their builder."""
