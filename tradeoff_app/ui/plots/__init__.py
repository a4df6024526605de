"""The only place for pyqtgraph: figures painted on screen."""
