printfn "Hello, WASI Console!"
