using System.Reflection;

namespace Skiff.Runtime;

/// <summary>
/// Finds methods by their exact parameters. <see cref="Type.GetMethod(string, Type[])"/> would bring all that knows how
/// arguments are converted into every program.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal static class Methods
{
    /// <summary>The method of a name with these parameters; null when there is none.</summary>
    public static MethodInfo? Find(Type type, string name, BindingFlags flags, params ReadOnlySpan<Type> parameters)
    {
        foreach (MethodInfo method in type.GetMethods(flags))
        {
            if (method.Name == name && Matches(method.GetParametersAsSpan(), parameters))
            {
                return method;
            }
        }

        return null;
    }

    private static bool Matches(ReadOnlySpan<ParameterInfo> given, ReadOnlySpan<Type> wanted)
    {
        if (given.Length != wanted.Length)
        {
            return false;
        }

        for (int i = 0; i < given.Length; i++)
        {
            if (given[i].ParameterType != wanted[i])
            {
                return false;
            }
        }

        return true;
    }
}
