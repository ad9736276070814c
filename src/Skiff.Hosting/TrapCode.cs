namespace Skiff.Hosting;

/// <summary>Why an instruction trapped; the numbers are the engine's (<c>wasmtime_trap_code_enum</c>).</summary>
public enum TrapCode
{
    /// <summary>The stack is exhausted.</summary>
    StackOverflow = 0,

    /// <summary>A load or store outside linear memory.</summary>
    MemoryOutOfBounds = 1,

    /// <summary>An atomic operation at a misaligned address.</summary>
    HeapMisaligned = 2,

    /// <summary>An access outside a table.</summary>
    TableOutOfBounds = 3,

    /// <summary>An indirect call through a null table slot.</summary>
    IndirectCallToNull = 4,

    /// <summary>An indirect call to a function of another type.</summary>
    BadSignature = 5,

    /// <summary>An integer operation overflowed.</summary>
    IntegerOverflow = 6,

    /// <summary>An integer division by zero.</summary>
    IntegerDivisionByZero = 7,

    /// <summary>A float that no integer of the asked width holds.</summary>
    BadConversionToInteger = 8,

    /// <summary>The instruction <c>unreachable</c>, as <c>abort</c> compiles to.</summary>
    Unreachable = 9,

    /// <summary>The guest was interrupted.</summary>
    Interrupt = 10,

    /// <summary>The fuel is used up.</summary>
    OutOfFuel = 11,

    /// <summary>Anything else; the message says what.</summary>
    Other = 255,
}
