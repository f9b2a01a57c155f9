using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A random number generator with a state that can be saved and restored.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            NativeError.Check(NativeMethods.ts_new_generator(seed, (int)this.device.type, this.device.index, out _handle));
        }

        private Generator(nint handle, Device device)
        {
            _handle = handle;
            this.device = device;
        }

        ~Generator() => Release();

        public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(nameof(Generator));

        public Device device { get; }

        /// <summary>The CPU generator that operators use when none is given.</summary>
        public static Generator Default => For(CPU);

        internal static Generator For(Device device)
        {
            NativeError.Check(NativeMethods.ts_default_generator((int)device.type, device.index, out var handle));
            return new Generator(handle, device);
        }

        public Tensor get_state()
        {
            NativeError.Check(NativeMethods.ts_generator_get_state(Handle, out var state));
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            NativeError.Check(NativeMethods.ts_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        public Generator manual_seed(long seed)
        {
            NativeError.Check(NativeMethods.ts_generator_seed(Handle, unchecked((ulong)seed)));
            return this;
        }

        /// <summary>Draws a seed from the system and sets it.</summary>
        public long seed()
        {
            NativeError.Check(NativeMethods.ts_generator_reseed(Handle, out var seed));
            return unchecked((long)seed);
        }

        public long initial_seed()
        {
            NativeError.Check(NativeMethods.ts_generator_initial_seed(Handle, out var seed));
            return unchecked((long)seed);
        }

        public void Dispose()
        {
            Release();
            GC.SuppressFinalize(this);
        }

        private void Release()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0) NativeMethods.ts_release_generator(handle);
        }
    }
}
