using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A reference to a libtorch tensor. Lives until disposed: by hand, by its scope, or at last by the finalizer.</summary>
    public partial class Tensor : IDisposable
    {
        internal nint handle;

        private static long s_total;
        private static long s_peak;

        internal Tensor(nint handle, bool register = true)
        {
            this.handle = handle;
            var total = Interlocked.Increment(ref s_total);
            if (total > Volatile.Read(ref s_peak)) Volatile.Write(ref s_peak, total);
            if (register) OwningDisposeScope = DisposeScopeManager.ThreadSingleton.Register(this);
        }

        ~Tensor() => Dispose(false);

        /// <summary>Tensor objects that are not disposed, over all threads.</summary>
        public static long TotalCount => Interlocked.Read(ref s_total);

        public static long PeakCount => Interlocked.Read(ref s_peak);

        public string? name { get; set; }

        public bool IsInvalid => handle == 0;

        public nint Handle => handle != 0 ? handle : throw new InvalidOperationException("Tensor invalid -- empty handle.");

        internal DisposeScope? OwningDisposeScope { get; set; }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null) other?.Attach(this);
            else OwningDisposeScope.MoveToOther(other, this);
            return this;
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var owned = Interlocked.Exchange(ref handle, 0);
            if (owned == 0) return;
            // a scope that still holds this tensor keeps it reachable: the finalizer never sees an owner
            DisposeScopeManager.ThreadSingleton.Disposing(this);
            if (disposing) OwningDisposeScope?.MarkAsDisposed(this);
            Interlocked.Decrement(ref s_total);
            NativeMethods.ts_release(owned);
        }

        /// <summary>Gives the native tensor to another object; this one becomes empty.</summary>
        internal nint MoveHandle()
        {
            var owned = Interlocked.Exchange(ref handle, 0);
            if (owned == 0) throw new InvalidOperationException("Tensor invalid -- empty handle.");
            Interlocked.Decrement(ref s_total);
            return owned;
        }

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        /// <summary>True where shape and every element are the same.</summary>
        public bool Equals(Tensor target) => Op.CallValue("aten::equal", this, target).Num != 0;

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        public override string ToString() =>
            IsInvalid ? "[empty]" : $"[{string.Join("x", shape)}], type = {dtype}, device = {device}";
    }
}
