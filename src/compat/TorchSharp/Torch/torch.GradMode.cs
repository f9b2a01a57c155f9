using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static IDisposable no_grad() => new GradModeScope(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradModeScope(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradModeScope(mode);

    public static bool is_grad_enabled() => NativeMethods.ts_grad_enabled() != 0;

    public static IDisposable inference_mode(bool mode = true) => new InferenceModeScope(mode);

    public static bool is_inference_mode_enabled() => NativeMethods.ts_inference_enabled() != 0;

    /// <summary>Grad mode of the calling thread until disposal.</summary>
    private sealed class GradModeScope : IDisposable
    {
        private readonly bool _before = is_grad_enabled();

        internal GradModeScope(bool enabled) => NativeMethods.ts_set_grad_enabled(enabled ? 1 : 0);

        public void Dispose() => NativeMethods.ts_set_grad_enabled(_before ? 1 : 0);
    }

    private sealed class InferenceModeScope : IDisposable
    {
        private nint _scope;

        internal InferenceModeScope(bool enabled) => _scope = NativeMethods.ts_enter_inference(enabled ? 1 : 0);

        public void Dispose()
        {
            if (_scope == 0) return;
            NativeMethods.ts_leave_inference(_scope);
            _scope = 0;
        }
    }

}
