Imports System

Module Program
    Sub Main(args As String())
        Console.WriteLine("Hello, WASI Console!")
    End Sub
End Module
