"""The screen: the app, the registry of actions, screens and widgets."""
