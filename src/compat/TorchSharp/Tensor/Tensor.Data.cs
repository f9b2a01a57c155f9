using System.Runtime.CompilerServices;
using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements in logical order, read from CPU memory without a copy.</summary>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            RequireType<T>();
            return new TensorAccessor<T>(this);
        }

        /// <summary>The value of a one-element tensor.</summary>
        public T item<T>() where T : unmanaged
        {
            if (NumberOfElements != 1) throw new ArgumentException($"Number of elements in the tensor must be 1, got {NumberOfElements}.");
            RequireType<T>();
            if (is_cpu()) return Read<T>();
            using var local = Detached(t => t.detach().cpu());
            return local.Read<T>();
        }

        /// <summary>The tensor's memory. Contiguous CPU tensors only; writing changes the tensor.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new NotImplementedException("Bytes are only available of a contiguous tensor; call contiguous() first.");
                return new Span<byte>((void*)DataPointer, checked((int)(NumberOfElements * ElementSize)));
            }
            set
            {
                if (value.Length != NumberOfElements * ElementSize)
                    throw new ArgumentException($"The tensor has {NumberOfElements * ElementSize} bytes, the span {value.Length}.");
                value.CopyTo(bytes);
            }
        }

        public Scalar ToScalar()
        {
            if (NumberOfElements != 1) throw new ArgumentException($"Number of elements in the tensor must be 1, got {NumberOfElements}.");
            var value = Op.CallValue("aten::item", this);
            return value.Kind switch
            {
                ValueKind.Double => value.Real,
                ValueKind.Bool => value.Num != 0,
                _ => value.Num,
            };
        }

        public static explicit operator float(Tensor value) => value.ToScalar().ToSingle();
        public static explicit operator double(Tensor value) => value.ToScalar().ToDouble();
        public static explicit operator sbyte(Tensor value) => value.ToScalar().ToSByte();
        public static explicit operator byte(Tensor value) => value.ToScalar().ToByte();
        public static explicit operator short(Tensor value) => value.ToScalar().ToInt16();
        public static explicit operator int(Tensor value) => value.ToScalar().ToInt32();
        public static explicit operator long(Tensor value) => value.ToScalar().ToInt64();
        public static explicit operator bool(Tensor value) => value.ToScalar().ToBoolean();

        internal nint DataPointer
        {
            get
            {
                if (!is_cpu())
                    throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
                NativeError.Check(NativeMethods.ts_data(Handle, out var memory));
                return memory;
            }
        }

        private unsafe T Read<T>() where T : unmanaged => Unsafe.ReadUnaligned<T>((void*)DataPointer);

        private void RequireType<T>()
        {
            if (ToScalarType(typeof(T)) != dtype) throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
        }

        /// <summary>A tensor made outside of the scopes, for internal use.</summary>
        private Tensor Detached(Func<Tensor, Tensor> make)
        {
            using var scope = NewDisposeScope();
            return make(this).DetachFromDisposeScope();
        }
    }
}
