// Written by its own engineer.
