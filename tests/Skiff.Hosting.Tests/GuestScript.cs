using System.Globalization;
using System.Text;

namespace Skiff.Hosting.Tests;

/// <summary>
/// Writes a guest that calls WASI functions one after the other, and prints what each returns. Numbers are constants; a
/// <see cref="string"/> is an expression of WebAssembly text, such as <see cref="Load"/> gives.
/// </summary>
internal sealed class GuestScript
{
    private readonly StringBuilder _data = new();
    private readonly StringBuilder _body = new();
    private int _next = 4096;

    /// <summary>The 32-bit number at an address, as an argument.</summary>
    public static string Load(int address) => $"(i32.load (i32.const {address}))";

    /// <summary>Puts text into the guest's memory.</summary>
    public (int Address, int Length) Text(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    /// <summary>Puts bytes into the guest's memory.</summary>
    public (int Address, int Length) Bytes(byte[] bytes)
    {
        int address = Reserve(bytes.Length);
        _data.Append(CultureInfo.InvariantCulture, $"(data (i32.const {address}) \"");
        foreach (byte value in bytes)
        {
            _data.Append(CultureInfo.InvariantCulture, $"\\{value:x2}");
        }

        _data.AppendLine("\")");
        return (address, bytes.Length);
    }

    /// <summary>Reserves zeroed memory.</summary>
    public int Reserve(int size)
    {
        int address = _next;
        _next = (_next + size + 15) & ~15;
        return address;
    }

    /// <summary>An <c>iovec</c> or <c>ciovec</c> for a range.</summary>
    public int Vector((int Address, int Length) range) =>
        Bytes([.. BitConverter.GetBytes(range.Address), .. BitConverter.GetBytes(range.Length)]).Address;

    /// <summary>Calls a function and prints its errno on a line.</summary>
    public GuestScript Call(string function, params object[] arguments) => Line($"(call $print {Expression(function, arguments)})");

    /// <summary>Calls a function that must succeed, and prints nothing.</summary>
    public GuestScript Do(string function, params object[] arguments) => Line($"(call $exit_if {Expression(function, arguments)})");

    /// <summary>Prints a 32-bit number from memory on a line.</summary>
    public GuestScript PrintNumber(int address) => Line($"(call $print {Load(address)})");

    /// <summary>Prints a byte from memory on a line, as a number.</summary>
    public GuestScript PrintByte(int address) => Line($"(call $print (i32.load8_u (i32.const {address})))");

    /// <summary>Prints bytes from memory and ends the line.</summary>
    public GuestScript PrintText(int address, object length) =>
        Line($"(call $say (i32.const {address}) {Argument("i32", length)}) (call $say (i32.const 32) (i32.const 1))");

    /// <summary>Opens a file beneath a descriptor; the new descriptor goes to an address. Prints the errno.</summary>
    public GuestScript Open(object directory, string path, int target, int openFlags = 0, long rights = 0x42, int flags = 0, int lookup = 1)
    {
        (int address, int length) = Text(path);
        return Call("path_open", directory, lookup, address, length, openFlags, rights, rights, flags, target);
    }

    /// <summary>Adds instructions.</summary>
    public GuestScript Line(string text)
    {
        _body.Append("    ").AppendLine(text);
        return this;
    }

    /// <summary>The module.</summary>
    public override string ToString() => Guests.Command(_body.ToString(), _data + """
        (data (i32.const 32) "\n")
        (func $print (param $value i32) (local $at i32)
          (local.set $at (i32.const 63))
          (i32.store8 (i32.const 63) (i32.const 10))
          (loop $digits
            (local.set $at (i32.sub (local.get $at) (i32.const 1)))
            (i32.store8 (local.get $at) (i32.add (i32.const 48) (i32.rem_u (local.get $value) (i32.const 10))))
            (local.set $value (i32.div_u (local.get $value) (i32.const 10)))
            (br_if $digits (local.get $value)))
          (call $say (local.get $at) (i32.sub (i32.const 64) (local.get $at))))
        """);

    private static string Expression(string function, object[] arguments)
    {
        string[] parameters = Preview1Signatures.All[function];
        Assert.Equal(parameters.Length, arguments.Length);
        return $"(call ${function} {string.Join(' ', parameters.Zip(arguments, Argument))})";
    }

    private static string Argument(string type, object value) => value as string ?? $"({type}.const {value})";
}
