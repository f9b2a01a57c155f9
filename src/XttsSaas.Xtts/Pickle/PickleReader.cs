using Op = XttsSaas.Xtts.Pickle.PickleOpcode;

namespace XttsSaas.Xtts.Pickle;

/// <summary>
/// Reads a pickle (protocols 2 to 5) as data. A pickle is a program for a stack machine that may call anything by name; this machine
/// knows no names, only the few of <see cref="PickleNames"/> that it takes for tensors, dictionaries and skipped values. It calls, loads
/// and resolves nothing, never recurses, and stops at <see cref="PickleLimits"/>.
/// <code>
/// bytes → opcode → stack ⇄ memo → Stop: the value on top
/// </code>
/// Values: null, bool, long, double, string, <see cref="PickleTuple"/>, <see cref="PickleList"/>, <see cref="PickleDict"/>,
/// <see cref="PickleTensor"/>, <see cref="PickleStorage"/>, <see cref="PickleGlobal"/>, <see cref="PickleOpaque"/>.
/// </summary>
internal sealed class PickleReader
{
    private const int LowestProtocol = 2;
    private const int HighestProtocol = 5;
    private readonly PickleCursor _cursor;
    private readonly PickleStack _stack;
    private readonly PickleConstruction _construction;

    private PickleReader(PickleCursor cursor) =>
        (_cursor, _stack, _construction) = (cursor, new PickleStack(cursor), new PickleConstruction(cursor));

    /// <param name="pickle">The whole pickle.</param>
    /// <param name="where">Names the file in errors.</param>
    /// <exception cref="ModelFormatException">Damaged, too large, or not plain data; the message names the byte.</exception>
    public static object? Read(ReadOnlyMemory<byte> pickle, string where)
    {
        if (pickle.Length > PickleLimits.Bytes)
            throw new ModelFormatException($"{where} has {pickle.Length} bytes; at most {PickleLimits.Bytes} are read. Save the model's state dict alone.");
        return new PickleReader(new PickleCursor(pickle, where)).Run();
    }

    private object? Run()
    {
        for (var count = 0; count < PickleLimits.Opcodes; count++)
        {
            var opcode = _cursor.NextOpcode();
            if (opcode == Op.Stop)
                return _stack.Pop();
            if (!ReadScalar(opcode) && !ReadStructure(opcode) && !ReadCall(opcode))
                throw _cursor.Fault($"opcode 0x{(byte)opcode:x2} is not one of protocols {LowestProtocol} to {HighestProtocol}; this is not a pickle, or a damaged one");
        }
        throw _cursor.Fault($"more than {PickleLimits.Opcodes} opcodes; save the model's state dict alone");
    }

    private bool ReadScalar(Op opcode)
    {
        switch (opcode)
        {
            case Op.None: _stack.Push(null); break;
            case Op.NewTrue: _stack.Push(true); break;
            case Op.NewFalse: _stack.Push(false); break;
            case Op.BinInt: _stack.Push((long)_cursor.Int32()); break;
            case Op.BinInt1: _stack.Push((long)_cursor.Byte()); break;
            case Op.BinInt2: _stack.Push((long)_cursor.UInt16()); break;
            case Op.Long1: PushInteger(_cursor.Byte()); break;
            case Op.Long4: PushInteger(_cursor.UInt32()); break;
            case Op.BinFloat: _stack.Push(_cursor.Double()); break;
            case Op.ShortBinUnicode or Op.ShortBinString: _stack.Push(_cursor.Text(_cursor.Byte())); break;
            case Op.BinUnicode or Op.BinString: _stack.Push(_cursor.Text(_cursor.UInt32())); break;
            case Op.BinUnicode8: _stack.Push(_cursor.Text(_cursor.UInt64())); break;
            case Op.ShortBinBytes: Skip(_cursor.Byte()); break;
            case Op.BinBytes: Skip(_cursor.UInt32()); break;
            case Op.BinBytes8 or Op.ByteArray8: Skip(_cursor.UInt64()); break;
            default: return false;
        }
        return true;
    }

    private bool ReadStructure(Op opcode)
    {
        switch (opcode)
        {
            case Op.Mark: _stack.Mark(); break;
            case Op.Pop: _stack.Pop(); break;
            case Op.PopMark: _stack.PopToMark(); break;
            case Op.Dup: _stack.Push(_stack.Peek()); break;
            case Op.EmptyTuple: _stack.Push(PickleTuple.Empty); break;
            case Op.Tuple1 or Op.Tuple2 or Op.Tuple3: _stack.Push(_stack.PopTuple(opcode - Op.Tuple1 + 1)); break;
            case Op.Tuple: _stack.Push(new PickleTuple(_stack.PopToMark())); break;
            case Op.EmptyList: _stack.Push(new PickleList()); break;
            case Op.List: Fill(new PickleList(), _stack.PopToMark(), push: true); break;
            case Op.Append: { var item = _stack.Pop(); Fill(_stack.Peek(), [item]); break; }
            case Op.Appends or Op.AddItems: { var items = _stack.PopToMark(); Fill(_stack.Peek(), items); break; }
            case Op.EmptyDict: _stack.Push(new PickleDict()); break;
            case Op.Dict: SetItems(new PickleDict(), _stack.PopToMark(), push: true); break;
            case Op.SetItem: { var (value, key) = (_stack.Pop(), _stack.Pop()); SetItems(_stack.Peek(), [key, value]); break; }
            case Op.SetItems: { var items = _stack.PopToMark(); SetItems(_stack.Peek(), items); break; }
            case Op.EmptySet: _stack.Push(PickleOpaque.Value); break;
            case Op.FrozenSet: _stack.PopToMark(); _stack.Push(PickleOpaque.Value); break;
            case Op.BinPut: _stack.Memoize(_cursor.Byte()); break;
            case Op.LongBinPut: _stack.Memoize(_cursor.UInt32()); break;
            case Op.Memoize: _stack.Memoize(); break;
            case Op.BinGet: _stack.Push(_stack.Recall(_cursor.Byte())); break;
            case Op.LongBinGet: _stack.Push(_stack.Recall(_cursor.UInt32())); break;
            default: return false;
        }
        return true;
    }

    private bool ReadCall(Op opcode)
    {
        switch (opcode)
        {
            case Op.Protocol: CheckProtocol(_cursor.Byte()); break;
            case Op.Frame: _cursor.UInt64(); break; // A hint for readers of streams.
            case Op.Global: _stack.Push(_construction.Name(_cursor.Line(), _cursor.Line())); break;
            case Op.Instance: _construction.Name(_cursor.Line(), _cursor.Line()); _stack.PopToMark(); _stack.Push(PickleOpaque.Value); break;
            case Op.StackGlobal: { var (name, module) = (_stack.Pop(), _stack.Pop()); _stack.Push(_construction.Name(module as string, name as string)); break; }
            case Op.BinPersistentId: _stack.Push(_construction.Storage(_stack.Pop())); break;
            case Op.Reduce or Op.NewObject: { var arguments = _stack.Pop(); _stack.Push(_construction.Call(_stack.Pop(), arguments)); break; }
            case Op.NewObjectEx: { _stack.Pop(); var arguments = _stack.Pop(); _stack.Push(_construction.Call(_stack.Pop(), arguments)); break; }
            case Op.Build: _stack.Pop(); _stack.Peek(); break; // An object's attributes: no tensor is among them.
            default: return false;
        }
        return true;
    }

    private void CheckProtocol(int protocol)
    {
        if (protocol is < LowestProtocol or > HighestProtocol)
            throw _cursor.Fault($"pickle protocol {protocol}; {LowestProtocol} to {HighestProtocol} are read");
    }

    private void PushInteger(uint length) => _stack.Push(_cursor.Integer(length) is { } value ? value : PickleOpaque.Value);

    private void Skip(ulong length)
    {
        _cursor.Take(length);
        _stack.Push(PickleOpaque.Value);
    }

    private void Fill(object? target, object?[] items, bool push = false)
    {
        if (target is PickleList list)
        {
            foreach (var item in items)
                list.Add(item);
            _stack.CheckDepth(list);
        }
        else if (target is not PickleOpaque)
        {
            throw _cursor.Fault("items are appended to something that is no list");
        }
        if (push)
            _stack.Push(target);
    }

    private void SetItems(object? target, object?[] items, bool push = false)
    {
        if (items.Length % 2 != 0)
            throw _cursor.Fault("a key has no value");
        if (target is PickleDict dict)
        {
            for (var index = 0; index < items.Length; index += 2)
                dict.Set(items[index], items[index + 1]);
            _stack.CheckDepth(dict);
        }
        else if (target is not PickleOpaque)
        {
            throw _cursor.Fault("pairs are put into something that is no dictionary");
        }
        if (push)
            _stack.Push(target);
    }
}
