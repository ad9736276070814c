using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Skiff.Runtime.Reflection;

/// <summary>
/// Constructors without parameters are called as they are. The way of <see cref="MethodBase.Invoke(object?, object?[])"/>
/// emits code for those that are called again: every program makes comparers this way, and hardly one calls them again.
/// </summary>
[Patch(Bcl.CoreLib, "System.RuntimeType")]
internal static class RuntimeTypePatch
{
    public static object CreateInstanceForAnotherGenericParameter(Type genericType, RuntimeType genericArgument, RuntimeType? genericArgument2)
    {
        RuntimeType? type = null;
        Type[] arguments = genericArgument2 is null ? [genericArgument] : [genericArgument, genericArgument2];
        RuntimeType.MakeGenericType(genericType, arguments, ObjectHandleOnStack.Create(ref type));
        RuntimeConstructorInfo? constructor = type!.GetDefaultConstructor();
        return constructor is not null && constructor.IsPublic
            ? Construct(constructor, wrapExceptions: true)
            : throw new MissingMethodException(SR.Format(SR.Arg_NoDefCTor, type));
    }

    public static object? CreateInstanceMono(RuntimeType self, bool nonPublic, bool wrapExceptions)
    {
        RuntimeConstructorInfo? constructor = self.GetDefaultConstructor();
        if (constructor is null)
        {
            return CreateInstanceWithoutConstructor(self);
        }

        if (!nonPublic && !constructor.IsPublic)
        {
            throw new MissingMethodException(SR.Format(SR.Arg_NoDefCTor, self));
        }

        return self.IsAbstract
            ? throw new MissingMethodException(SR.Format(SR.Acc_CreateAbstEx, self))
            : Construct(constructor, wrapExceptions);
    }

    private static object? CreateInstanceWithoutConstructor(RuntimeType self)
    {
        Type root = self.GetRootElementType();
        if (root == typeof(TypedReference) || root == typeof(RuntimeArgumentHandle))
        {
            throw new NotSupportedException(SR.NotSupported_ContainsStackPtr);
        }

        return self.IsValueType
            ? RuntimeType.CreateInstanceInternal(new QCallTypeHandle(ref self))
            : throw new MissingMethodException(SR.Format(SR.Arg_NoDefCTor, self));
    }

    private static unsafe object Construct(RuntimeConstructorInfo constructor, bool wrapExceptions)
    {
        object result = constructor.InternalInvoke(null, null, out Exception? exception);
        if (exception is not null && wrapExceptions)
        {
            throw new TargetInvocationException(exception);
        }

        if (exception is not null)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        return result;
    }
}
