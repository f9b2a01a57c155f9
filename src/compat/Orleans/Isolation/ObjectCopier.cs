using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Orleans.Isolation;

/// <summary>Copies a [GenerateSerializer] type member by member, with code made once per type.</summary>
internal sealed class ObjectCopier(Type type, List<(FieldInfo Field, bool IsImmutable)> members) : TypeCopier
{
    private static readonly MethodInfo CopyMember = typeof(CopyContext).GetMethod(nameof(CopyContext.Copy))!;

    private readonly ConstructorInvoker? _constructor = type.IsValueType
        ? null
        : type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes) is { } constructor
            ? ConstructorInvoker.Create(constructor)
            : null;

    private readonly Action<object, object, CopyContext> _copyMembers = Emit(type, members);

    public override object Copy(object value, CopyContext context)
    {
        var copy = _constructor?.Invoke() ?? RuntimeHelpers.GetUninitializedObject(type);
        context.Remember(value, copy);
        _copyMembers(value, copy, context);
        return copy;
    }

    /// <summary>Emitted because compiled expressions refuse to write read-only fields, which init properties have.</summary>
    private static Action<object, object, CopyContext> Emit(Type type, List<(FieldInfo Field, bool IsImmutable)> members)
    {
        var method = new DynamicMethod(
            $"Copy:{type.Name}", null, [typeof(object), typeof(object), typeof(CopyContext)], typeof(ObjectCopier).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        var cast = type.IsValueType ? OpCodes.Unbox : OpCodes.Castclass;
        foreach (var (field, isImmutable) in members)
        {
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(cast, type);
            if (isImmutable)
            {
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(cast, type);
                il.Emit(OpCodes.Ldfld, field);
            }
            else
            {
                il.Emit(OpCodes.Ldarg_2);
                il.Emit(OpCodes.Ldarg_0);
                il.Emit(cast, type);
                il.Emit(OpCodes.Ldfld, field);
                il.Emit(OpCodes.Box, field.FieldType);
                il.Emit(OpCodes.Call, CopyMember);
                il.Emit(OpCodes.Unbox_Any, field.FieldType);
            }

            il.Emit(OpCodes.Stfld, field);
        }

        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Action<object, object, CopyContext>>();
    }
}
