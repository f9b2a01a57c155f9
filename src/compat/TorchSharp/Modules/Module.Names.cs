using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Distinct(AllParameters(recurse), p => p.parameter);

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true) =>
                Distinct(AllBuffers(recurse, include_nonpersistent), b => b.buffer);

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(b => b.buffer);

            public virtual IEnumerable<(string name, Module module)> named_children() => _internal_submodules;

            public virtual IEnumerable<Module> children() => named_children().Select(c => c.module);

            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var child in named_children()) yield return child;
                foreach (var (childName, child) in named_children())
                {
                    foreach (var (name, module) in child.named_modules()) yield return ($"{childName}.{name}", module);
                }
            }

            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            public virtual Parameter? get_parameter(string target) =>
                named_parameters().Where(p => p.name == target).Select(p => p.parameter).FirstOrDefault();

            public virtual Tensor? get_buffer(string target) =>
                named_buffers().Where(b => b.name == target).Select(b => b.buffer).FirstOrDefault();

            private IEnumerable<(string name, Parameter parameter)> AllParameters(bool recurse)
            {
                foreach (var own in _internal_params) yield return own;
                if (!recurse) yield break;
                foreach (var (childName, child) in named_children())
                {
                    foreach (var (name, parameter) in child.named_parameters()) yield return ($"{childName}.{name}", parameter);
                }
            }

            private IEnumerable<(string name, Tensor buffer)> AllBuffers(bool recurse, bool nonPersistent)
            {
                foreach (var (name, (tensor, persistent)) in _internal_buffers)
                {
                    if (persistent || nonPersistent) yield return (name, tensor);
                }
                if (!recurse) yield break;
                foreach (var (childName, child) in named_children())
                {
                    foreach (var (name, buffer) in child.named_buffers(true, nonPersistent)) yield return ($"{childName}.{name}", buffer);
                }
            }

            // a shared tensor counts once, under its first name
            private static IEnumerable<T> Distinct<T>(IEnumerable<T> all, Func<T, Tensor> tensor)
            {
                var seen = new HashSet<nint>();
                foreach (var item in all)
                {
                    if (!tensor(item).IsInvalid && seen.Add(tensor(item).handle)) yield return item;
                }
            }
        }
    }
}
