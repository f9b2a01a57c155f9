using System.Collections;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A list of modules, registered under their positions.</summary>
        public class ModuleList<T> : nn.Module, IList<T> where T : nn.Module
        {
            private readonly List<T> _list = [];

            public ModuleList(params T[] modules) : base("ModuleList") => extend(modules);

            public int Count => _list.Count;

            public bool IsReadOnly => false;

            public T this[int index]
            {
                get => _list[index];
                set
                {
                    _list[index] = value;
                    Rename();
                }
            }

            public void Add(T item)
            {
                _list.Add(item);
                register_module((_list.Count - 1).ToString(), item);
            }

            public void append(params T[] parameters) => extend(parameters);

            public void extend(IEnumerable<T> modules)
            {
                foreach (var module in modules) Add(module);
            }

            public void Insert(int index, T item)
            {
                _list.Insert(index, item);
                Rename();
            }

            public bool Remove(T item)
            {
                var index = _list.IndexOf(item);
                if (index >= 0) RemoveAt(index);
                return index >= 0;
            }

            public void RemoveAt(int index)
            {
                _list.RemoveAt(index);
                Rename();
            }

            public void Clear()
            {
                _list.Clear();
                Rename();
            }

            public bool Contains(T item) => _list.Contains(item);

            public void CopyTo(T[] array, int arrayIndex) => _list.CopyTo(array, arrayIndex);

            public int IndexOf(T item) => _list.IndexOf(item);

            public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            private void Rename()
            {
                _internal_submodules.clear();
                for (var i = 0; i < _list.Count; i++) register_module(i.ToString(), _list[i]);
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleList<Module> ModuleList(params Module[] modules) => new(modules);

            public static ModuleList<T> ModuleList<T>(params T[] modules) where T : Module => new(modules);
        }
    }
}
