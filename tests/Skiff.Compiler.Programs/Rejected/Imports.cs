using System.Runtime.InteropServices;

namespace Skiff.Compiler.Programs.Rejected;

public static class Imports
{
    public static int Twice(int n) => First(n) + Second(n); // error: the import env.f as [i64] -> [i32], which elsewhere is [i32] -> [i32]

    public static int Instruction(int n)
    {
        Unknown(); // error: the wasm instruction "i32.frobnicate", which is not one that takes and leaves numbers only
        Control(); // error: the wasm instruction "br_table", which is not one that takes and leaves numbers only
        return Wrong(n); // error: the wasm instruction "i64.clz" with parameters that do not fit it
    }

    public static double Runtime(double n) => Math.Sin(n); // error: System.Math::Sin, which the .NET runtime implements

    [DllImport("env", EntryPoint = "f")]
    private static extern int First(int n);

    [DllImport("env", EntryPoint = "f")]
    private static extern int Second(long n);

    [DllImport("wasm", EntryPoint = "i32.frobnicate")]
    private static extern void Unknown();

    [DllImport("wasm", EntryPoint = "br_table")]
    private static extern void Control();

    [DllImport("wasm", EntryPoint = "i64.clz")]
    private static extern int Wrong(int n);
}
