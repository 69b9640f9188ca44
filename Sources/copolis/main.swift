print("copolis")
