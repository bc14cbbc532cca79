pulse-title = Пульс
