"""The verbs: functions that introduce the rooms to each other. They know no Qt and no terminal."""
