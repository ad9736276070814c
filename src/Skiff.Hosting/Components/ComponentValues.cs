using System.Text;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Components;

/// <summary>Copies values from and to the engine's own form.</summary>
/// <param name="context">The store that handles belong to.</param>
/// <param name="hostTypes">The types of resource that the host implements, which the engine does not tell of a handle.</param>
internal sealed unsafe class ComponentValues(nint context, Func<nint, uint> hostTypes)
{
    private readonly List<nint> _handles = [];

    /// <summary>Gives back what handles of guests' resources take.</summary>
    public void Release()
    {
        foreach (nint handle in _handles)
        {
            NativeMethods.wasmtime_component_resource_any_delete(handle);
        }

        _handles.Clear();
    }

    /// <summary>The value as the engine has it; whoever gets it owns it.</summary>
    public NativeComponentValue ToNative(ComponentValue value)
    {
        var native = new NativeComponentValue { Kind = value.Kind };
        switch (value.Kind)
        {
            case ComponentValueKind.String or ComponentValueKind.Enum:
                native.Text = Text((string)value.Content!);
                break;
            case ComponentValueKind.List or ComponentValueKind.Tuple:
                Fill(ref native, [.. value.Elements]);
                break;
            case ComponentValueKind.Record:
                Fill(ref native, ((string Name, ComponentValue Value)[])value.Content!);
                break;
            case ComponentValueKind.Map:
                Fill(ref native, ((ComponentValue Key, ComponentValue Value)[])value.Content!);
                break;
            case ComponentValueKind.Flags:
                Fill(ref native, (string[])value.Content!);
                break;
            case ComponentValueKind.Variant:
                (string name, ComponentValue? payload) = ((string, ComponentValue?))value.Content!;
                native.Text = Text(name);
                native.Payload = Box(payload);
                break;
            case ComponentValueKind.Option:
                native.Some = Box((ComponentValue?)value.Content);
                break;
            case ComponentValueKind.Result:
                (bool isOk, ComponentValue? carried) = ((bool, ComponentValue?))value.Content!;
                native.IsOk = isOk ? (byte)1 : (byte)0;
                native.Outcome = Box(carried);
                break;
            case ComponentValueKind.Resource:
                native.Resource = ToNative(value.Resource);
                break;
            default:
                native.Bits = Bits(value.Content!);
                break;
        }

        return native;
    }

    /// <summary>A copy of a value of the engine, which goes on to own it.</summary>
    public ComponentValue FromNative(NativeComponentValue* native)
    {
        int count = native->Kind is ComponentValueKind.List or ComponentValueKind.Tuple or ComponentValueKind.Record or ComponentValueKind.Map or ComponentValueKind.Flags
            ? checked((int)native->Elements.Size)
            : 0;
        void* data = native->Elements.Data;
        switch (native->Kind)
        {
            case ComponentValueKind.Bool:
                return (byte)native->Bits != 0;
            case ComponentValueKind.S8:
                return (sbyte)native->Bits;
            case ComponentValueKind.U8:
                return (byte)native->Bits;
            case ComponentValueKind.S16:
                return (short)native->Bits;
            case ComponentValueKind.U16:
                return (ushort)native->Bits;
            case ComponentValueKind.S32:
                return (int)native->Bits;
            case ComponentValueKind.U32:
                return (uint)native->Bits;
            case ComponentValueKind.S64:
                return (long)native->Bits;
            case ComponentValueKind.U64:
                return native->Bits;
            case ComponentValueKind.F32:
                return BitConverter.UInt32BitsToSingle((uint)native->Bits);
            case ComponentValueKind.F64:
                return BitConverter.UInt64BitsToDouble(native->Bits);
            case ComponentValueKind.Char:
                return new Rune((uint)native->Bits);
            case ComponentValueKind.String:
                return native->Text.ToString();
            case ComponentValueKind.Enum:
                return ComponentValue.Enum(native->Text.ToString());
            case ComponentValueKind.List or ComponentValueKind.Tuple:
                var elements = new ComponentValue[count];
                for (int i = 0; i < count; i++)
                {
                    elements[i] = FromNative((NativeComponentValue*)data + i);
                }

                return native->Kind == ComponentValueKind.List ? ComponentValue.List(elements) : ComponentValue.Tuple(elements);
            case ComponentValueKind.Record:
                var fields = new (string, ComponentValue)[count];
                for (int i = 0; i < count; i++)
                {
                    NativeComponentField* field = (NativeComponentField*)data + i;
                    fields[i] = (field->Name.ToString(), FromNative(&field->Value));
                }

                return ComponentValue.Record(fields);
            case ComponentValueKind.Map:
                var entries = new (ComponentValue, ComponentValue)[count];
                for (int i = 0; i < count; i++)
                {
                    NativeComponentPair* entry = (NativeComponentPair*)data + i;
                    entries[i] = (FromNative(&entry->Key), FromNative(&entry->Value));
                }

                return ComponentValue.Map(entries);
            case ComponentValueKind.Flags:
                string[] names = new string[count];
                for (int i = 0; i < count; i++)
                {
                    names[i] = ((ByteVector*)data + i)->ToString();
                }

                return ComponentValue.Flags(names);
            case ComponentValueKind.Variant:
                return ComponentValue.Variant(native->Text.ToString(), Unbox(native->Payload));
            case ComponentValueKind.Option:
                return native->Some == null ? ComponentValue.None : ComponentValue.Some(FromNative(native->Some));
            case ComponentValueKind.Result:
                return native->IsOk != 0 ? ComponentValue.Ok(Unbox(native->Outcome)) : ComponentValue.Error(Unbox(native->Outcome));
            case ComponentValueKind.Resource:
                return FromNative(native->Resource);
            default:
                throw new NotSupportedException($"The engine gave a value of kind {native->Kind}.");
        }
    }

    private ComponentValue? Unbox(NativeComponentValue* box) => box == null ? null : FromNative(box);

    private NativeComponentValue* Box(ComponentValue? value)
    {
        if (value is null)
        {
            return null;
        }

        NativeComponentValue native = ToNative(value);
        return NativeMethods.wasmtime_component_val_new(&native);
    }

    private void Fill(ref NativeComponentValue native, ComponentValue[] elements)
    {
        ComponentVector vector;
        if (native.Kind == ComponentValueKind.List)
        {
            NativeMethods.wasmtime_component_vallist_new_uninit(&vector, (nuint)elements.Length);
        }
        else
        {
            NativeMethods.wasmtime_component_valtuple_new_uninit(&vector, (nuint)elements.Length);
        }

        for (int i = 0; i < elements.Length; i++)
        {
            ((NativeComponentValue*)vector.Data)[i] = ToNative(elements[i]);
        }

        native.Elements = vector;
    }

    private void Fill(ref NativeComponentValue native, (string Name, ComponentValue Value)[] fields)
    {
        ComponentVector vector;
        NativeMethods.wasmtime_component_valrecord_new_uninit(&vector, (nuint)fields.Length);
        for (int i = 0; i < fields.Length; i++)
        {
            ((NativeComponentField*)vector.Data)[i] = new NativeComponentField { Name = Text(fields[i].Name), Value = ToNative(fields[i].Value) };
        }

        native.Elements = vector;
    }

    private void Fill(ref NativeComponentValue native, (ComponentValue Key, ComponentValue Value)[] entries)
    {
        ComponentVector vector;
        NativeMethods.wasmtime_component_valmap_new_uninit(&vector, (nuint)entries.Length);
        for (int i = 0; i < entries.Length; i++)
        {
            ((NativeComponentPair*)vector.Data)[i] = new NativeComponentPair { Key = ToNative(entries[i].Key), Value = ToNative(entries[i].Value) };
        }

        native.Elements = vector;
    }

    private static void Fill(ref NativeComponentValue native, string[] names)
    {
        ComponentVector vector;
        NativeMethods.wasmtime_component_valflags_new_uninit(&vector, (nuint)names.Length);
        for (int i = 0; i < names.Length; i++)
        {
            ((ByteVector*)vector.Data)[i] = Text(names[i]);
        }

        native.Elements = vector;
    }

    private static ByteVector Text(string text)
    {
        ByteVector vector;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        fixed (byte* start = bytes)
        {
            NativeMethods.wasm_byte_vec_new(&vector, (nuint)bytes.Length, start);
        }

        return vector;
    }

    private static ulong Bits(object number) => number switch
    {
        bool value => value ? 1ul : 0,
        sbyte value => (byte)value,
        byte value => value,
        short value => (ushort)value,
        ushort value => value,
        int value => (uint)value,
        uint value => value,
        long value => (ulong)value,
        ulong value => value,
        float value => BitConverter.SingleToUInt32Bits(value),
        double value => BitConverter.DoubleToUInt64Bits(value),
        Rune value => (uint)value.Value,
        _ => throw new ArgumentException($"{number.GetType()} is no number.", nameof(number)),
    };

    private nint ToNative(ComponentResource resource)
    {
        if (resource is ComponentResource.Guest guest)
        {
            return NativeMethods.wasmtime_component_resource_any_clone(guest.Handle);
        }

        var host = (ComponentResource.Host)resource;
        nint native = NativeMethods.wasmtime_component_resource_host_new(host.IsOwned ? (byte)1 : (byte)0, host.Representation, host.Type);
        nint any;
        NativeError.ThrowIfError(NativeMethods.wasmtime_component_resource_host_to_any(context, native, &any));
        NativeMethods.wasmtime_component_resource_host_delete(native);
        return any;
    }

    private ComponentValue FromNative(nint any)
    {
        bool isOwned = NativeMethods.wasmtime_component_resource_any_owned(any) != 0;
        nint host;
        nint error = NativeMethods.wasmtime_component_resource_any_to_host(context, any, &host);
        if (error != 0)
        {
            NativeMethods.wasmtime_error_delete(error);
            nint kept = NativeMethods.wasmtime_component_resource_any_clone(any);
            _handles.Add(kept);
            return new ComponentResource.Guest(kept);
        }

        uint representation = NativeMethods.wasmtime_component_resource_host_rep(host);
        uint type = hostTypes(host);
        NativeMethods.wasmtime_component_resource_host_delete(host);
        return new ComponentResource.Host(type, representation, isOwned);
    }
}
