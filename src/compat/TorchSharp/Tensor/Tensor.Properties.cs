using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long Dimensions => NativeMethods.ts_dim(Handle);
        public long dim() => Dimensions;
        public long ndim => Dimensions;

        public long NumberOfElements => NativeMethods.ts_numel(Handle);
        public long numel() => NumberOfElements;

        public long ElementSize => NativeMethods.ts_element_size(Handle);
        public long element_size() => ElementSize;

        public ScalarType dtype => (ScalarType)NativeMethods.ts_dtype(Handle);

        public bool is_integral() => torch.is_integral(dtype);
        public bool is_floating_point() => torch.is_floating_point(dtype);
        public bool is_complex() => torch.is_complex(dtype);

        public Device device
        {
            get
            {
                NativeMethods.ts_device(Handle, out var type, out var index);
                return new Device((DeviceType)type, index);
            }
        }

        public DeviceType device_type => device.type;
        public int device_index => device.index;
        public bool is_cuda => device_type == DeviceType.CUDA;
        public bool is_meta => device_type == DeviceType.META;
        public bool is_cpu() => device_type == DeviceType.CPU;

        public unsafe long[] shape
        {
            get
            {
                var sizes = new long[NativeMethods.ts_dim(Handle)];
                fixed (long* first = sizes) NativeMethods.ts_shape(Handle, first);
                return sizes;
            }
        }

        public long[] size() => shape;

        public long size(int dim)
        {
            var sizes = shape;
            return sizes[dim < 0 ? dim + sizes.Length : dim];
        }

        public unsafe long[] stride()
        {
            var strides = new long[NativeMethods.ts_dim(Handle)];
            fixed (long* first = strides) NativeMethods.ts_strides(Handle, first);
            return strides;
        }

        public long stride(int dim)
        {
            var strides = stride();
            return strides[dim < 0 ? dim + strides.Length : dim];
        }

        public long storage_offset() => NativeMethods.ts_storage_offset(Handle);

        public bool is_contiguous() => NativeMethods.ts_is_contiguous(Handle) != 0;
    }
}
