#if (UseProgramMain)
namespace WasiConsole1;

class Program
{
    static void Main(string[] args)
    {
        Console.WriteLine("Hello, WASI Console!");
    }
}
#else
Console.WriteLine("Hello, WASI Console!");
#endif
