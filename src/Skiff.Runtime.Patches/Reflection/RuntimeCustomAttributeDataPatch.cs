using System.Reflection;

namespace Skiff.Runtime.Reflection;

/// <summary>Arrays that are given to an attribute are lists of typed arguments, also those given by name.</summary>
[Patch(Bcl.CoreLib, "System.Reflection.RuntimeCustomAttributeData")]
internal static class RuntimeCustomAttributeDataPatch
{
    public static void ResolveArguments(RuntimeCustomAttributeData self)
    {
        if (self.lazyData is not { } lazy)
        {
            return;
        }

        RuntimeCustomAttributeData.ResolveArgumentsInternal(self.ctorInfo, lazy.assembly, lazy.data, lazy.data_length, out object[]? positional, out object[]? named);
        var arguments = new CustomAttributeTypedArgument[positional?.Length ?? 0];
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Listed((CustomAttributeTypedArgument)positional![i]);
        }

        var namedArguments = new CustomAttributeNamedArgument[named?.Length ?? 0];
        for (int i = 0; i < namedArguments.Length; i++)
        {
            var argument = (CustomAttributeNamedArgument)named![i];
            namedArguments[i] = new CustomAttributeNamedArgument(argument.MemberInfo, Listed(argument.TypedValue));
        }

        self.ctorArgs = Array.AsReadOnly(arguments);
        self.namedArgs = Array.AsReadOnly(namedArguments);
        self.lazyData = null;
    }

    private static CustomAttributeTypedArgument Listed(CustomAttributeTypedArgument argument)
    {
        if (argument.Value is not Array values || argument.Value is CustomAttributeTypedArgument[])
        {
            return argument;
        }

        Type type = values.GetType().GetElementType()!;
        var elements = new CustomAttributeTypedArgument[values.Length];
        for (int i = 0; i < elements.Length; i++)
        {
            object? value = values.GetValue(i);
            elements[i] = Listed(new CustomAttributeTypedArgument(type == typeof(object) ? Given(value) : type, value));
        }

        return new CustomAttributeTypedArgument(values.GetType(), Array.AsReadOnly(elements));
    }

    /// <summary>The type of an argument for a parameter of type <see cref="object"/>; a null has that of a string.</summary>
    private static Type Given(object? value) => value switch
    {
        null => typeof(string),
        Type => typeof(Type),
        _ => value.GetType(),
    };
}
