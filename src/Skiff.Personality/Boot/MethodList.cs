namespace Skiff.Personality;

/// <summary>
/// Methods by their names, as another process of the same program can find them (docs/architecture.md, "Methods that a
/// snapshot has compiled").
/// </summary>
internal static unsafe class MethodList
{
    /// <summary>A method that the program has.</summary>
    private const byte Own = (byte)'M';

    /// <summary>What the runtime makes to call a native function.</summary>
    private const byte Native = (byte)'N';

    private const int TokenDigits = 8;
    private const int MostArguments = 16;

    // MONO_TYPE_NAME_FORMAT_ASSEMBLY_QUALIFIED
    private const int AssemblyQualified = 3;

    /// <summary>Adds a method; what only this process can have is left out.</summary>
    internal static void Write(Buffer* buffer, RuntimeMethod* method)
    {
        RuntimeMethod* named = (RuntimeMethod*)Runtime.MethodOfWrapper(method);
        byte kind = Own;
        if (named != method)
        {
            if (named == null || !RuntimeMethod.IsNative(named) || Runtime.NativeWrapper(named, 0, 0) != method)
            {
                return;
            }

            kind = Native;
        }

        if (named->Token >> 24 != RuntimeMethod.TokenTable)
        {
            return;
        }

        uint start = buffer->Length;
        WriteType(buffer, Runtime.TypeOfClass(named->Class));
        Buffer.Add(buffer, kind);
        for (int digit = TokenDigits - 1; digit >= 0; digit--)
        {
            Buffer.Add(buffer, "0123456789abcdef"u8[(int)(named->Token >> (digit * 4)) & 0xF]);
        }

        Buffer.Add(buffer, 0);
        GenericContext* context = Runtime.ContextOf(named);
        if (context != null && context->OfMethod != null)
        {
            for (uint i = 0; i < GenericArguments.Count(context->OfMethod); i++)
            {
                WriteType(buffer, GenericArguments.At(context->OfMethod, i));
            }
        }

        Buffer.Add(buffer, 0);
        if (buffer->Length == buffer->Capacity)
        {
            // It did not fit: nothing more will.
            buffer->Length = start;
            buffer->Capacity = start;
        }
    }

    /// <summary>Reads a method and goes on behind it.</summary>
    /// <returns>The method; null when there is none such, or <paramref name="error"/> says why.</returns>
    internal static RuntimeMethod* Read(byte** position, void* error)
    {
        void* type = ReadType(position, error);
        byte kind = **position;
        uint token = 0;
        for (int digit = 1; digit <= TokenDigits; digit++)
        {
            uint value = (*position)[digit];
            token = (token << 4) | (value <= '9' ? value - '0' : value - 'a' + 10);
        }

        *position += TokenDigits + 2;
        void** arguments = stackalloc void*[MostArguments];
        int count = 0;
        while (**position != 0)
        {
            void* argument = ReadType(position, error);
            if (argument == null || count == MostArguments)
            {
                type = null;
                continue;
            }

            arguments[count++] = argument;
        }

        (*position)++;
        if (type == null)
        {
            return null;
        }

        RuntimeMethod* method = Find(Runtime.ClassOfType(type), token, arguments, count, error);
        return method == null || kind == Own ? method : (RuntimeMethod*)Runtime.NativeWrapper(method, 0, 0);
    }

    private static RuntimeMethod* Find(void* type, uint token, void** arguments, int count, void* error)
    {
        RuntimeMethod* method = (RuntimeMethod*)Runtime.MethodByToken(RuntimeMethod.ImageOf(type), token, null, null, error);
        GenericContext context;
        GenericContext* ofClass = Runtime.ContextOfClass(type);
        context.OfClass = ofClass == null ? null : ofClass->OfClass;
        context.OfMethod = count == 0 ? null : (GenericArguments*)Runtime.NewGenericArguments(count, arguments);
        return method == null || (context.OfClass == null && context.OfMethod == null)
            ? method
            : (RuntimeMethod*)Runtime.Instantiate(method, &context, error);
    }

    private static void WriteType(Buffer* buffer, void* type)
    {
        byte* name = Runtime.NameOfType(type, AssemblyQualified);
        for (byte* at = name; *at != 0; at++)
        {
            Buffer.Add(buffer, *at);
        }

        Buffer.Add(buffer, 0);
        Runtime.FreeText(name);
    }

    private static void* ReadType(byte** position, void* error)
    {
        void* type = Runtime.TypeByName(*position, Runtime.LoadContext(), null, error);
        *position += Text.Length(*position) + 1;
        return type;
    }
}
