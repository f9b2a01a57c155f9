using System.Collections;
using System.Collections.Concurrent;
using Orleans.Serialization;

namespace Orleans.Isolation;

/// <summary>Copies the values of one type.</summary>
internal abstract class TypeCopier
{
    private static readonly ConcurrentDictionary<Type, TypeCopier> Cache = new();

    public static TypeCopier For(Type type) => Cache.GetOrAdd(type, static key => Make(key));

    public abstract object Copy(object value, CopyContext context);

    private static TypeCopier Make(Type type)
    {
        if (type.IsArray)
            return new ArrayCopier(DeepCopier.IsImmutable(type.GetElementType()!));
        if (type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            return new ObjectCopier(type, SerializableMembers.Of(type));
        if (CollectionCopiers.For(type) is { } collection)
            return collection;

        throw new CodecNotFoundException($"Could not find a copier for type {type}. Mark the type with [GenerateSerializer] and its "
            + "members with [Id(n)], or pass a type that is.");
    }

    private sealed class ArrayCopier(bool shallow) : TypeCopier
    {
        public override object Copy(object value, CopyContext context)
        {
            var source = (Array)value;
            var copy = (Array)source.Clone();
            context.Remember(source, copy);
            if (shallow)
                return copy;

            if (source.Rank == 1)
            {
                for (var i = 0; i < source.Length; i++)
                    copy.SetValue(context.Copy(source.GetValue(i)), i);
            }
            else
            {
                CopyCells(source, copy, context);
            }

            return copy;
        }

        private static void CopyCells(Array source, Array copy, CopyContext context)
        {
            var index = new int[source.Rank];
            IEnumerator values = source.GetEnumerator();
            for (var n = 0; values.MoveNext(); n++)
            {
                var rest = n;
                for (var d = source.Rank - 1; d >= 0; d--)
                {
                    index[d] = source.GetLowerBound(d) + (rest % source.GetLength(d));
                    rest /= source.GetLength(d);
                }

                copy.SetValue(context.Copy(values.Current), index);
            }
        }
    }
}
