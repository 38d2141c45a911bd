"""Tries to read what is not one's own: `python -m evals.leaks --tries 10000` prints what it found.

Two workspaces with a member for each role, documents in collections open to each role, sessions, turns, feedback and
keys. Then every operation that the server's own description names, and every web socket, is called by every member with
the ids, names and questions of the others, at random. A leak is a reply that holds what is planted where the member may
not read; a reply by which something hidden can be told from nothing; or a change to what is somebody else's. A route
that is added is tried without being named here.
"""
