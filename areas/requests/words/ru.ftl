requests-title = Запросы
