pulse-title = Pulse
