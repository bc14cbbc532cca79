//! The reading of exports, through its front door.
