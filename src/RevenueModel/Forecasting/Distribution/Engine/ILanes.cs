using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace RevenueModel.Forecasting;

/// <summary>Several doubles that are computed together. Each lane is computed as it would be alone, so that every
/// number of lanes gives the same bits.</summary>
/// <typeparam name="TSelf">The type of the lanes.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Gets the number of lanes, at most <see cref="Lanes.Most"/>.</summary>
    public static abstract int Count { get; }

    /// <summary>Returns lanes that all hold a value.</summary>
    public static abstract TSelf Create(double value);

    /// <summary>Returns the lanes at a place of an array.</summary>
    public static abstract TSelf Load(ref double source, nint index);

    /// <summary>Stores the lanes at a place of an array.</summary>
    public static abstract void Store(TSelf lanes, ref double destination, nint index);

    /// <summary>Returns <c>left × right + added</c>, rounded once.</summary>
    public static abstract TSelf FusedMultiplyAdd(TSelf left, TSelf right, TSelf added);

    /// <summary>Returns the sum.</summary>
    public static abstract TSelf Add(TSelf left, TSelf right);

    /// <summary>Returns the difference.</summary>
    public static abstract TSelf Subtract(TSelf left, TSelf right);

    /// <summary>Returns the product.</summary>
    public static abstract TSelf Multiply(TSelf left, TSelf right);

    /// <summary>Returns the lanes with the other sign.</summary>
    public static abstract TSelf Negate(TSelf lanes);
}

/// <summary>Which lanes the machine has.</summary>
internal static class Lanes
{
    /// <summary>The largest number of lanes. Buffers are padded by it.</summary>
    public const int Most = 8;

    /// <summary>Gets whether lanes of 512 bits are faster than those of the usual vectors.</summary>
    public static bool AreWide => Vector512.IsHardwareAccelerated;
}

/// <summary>The lanes of 512-bit vectors.</summary>
internal readonly struct WideLanes(Vector512<double> value) : ILanes<WideLanes>
{
    private readonly Vector512<double> _value = value;

    public static int Count => Vector512<double>.Count;

    public static WideLanes Create(double value) => new(Vector512.Create(value));

    public static WideLanes Load(ref double source, nint index) => new(Vector512.LoadUnsafe(ref source, (nuint)index));

    public static void Store(WideLanes lanes, ref double destination, nint index) =>
        lanes._value.StoreUnsafe(ref destination, (nuint)index);

    public static WideLanes FusedMultiplyAdd(WideLanes left, WideLanes right, WideLanes added) =>
        new(Vector512.FusedMultiplyAdd(left._value, right._value, added._value));

    public static WideLanes Add(WideLanes left, WideLanes right) => new(left._value + right._value);

    public static WideLanes Subtract(WideLanes left, WideLanes right) => new(left._value - right._value);

    public static WideLanes Multiply(WideLanes left, WideLanes right) => new(left._value * right._value);

    public static WideLanes Negate(WideLanes lanes) => new(-lanes._value);
}

/// <summary>The lanes of the usual vectors of the machine: 256 bits on most, 128 on some.</summary>
internal readonly struct UsualLanes(Vector<double> value) : ILanes<UsualLanes>
{
    private readonly Vector<double> _value = value;

    public static int Count => Vector<double>.Count;

    public static UsualLanes Create(double value) => new(new Vector<double>(value));

    public static UsualLanes Load(ref double source, nint index) =>
        new(Vector.LoadUnsafe(ref source, (nuint)index));

    public static void Store(UsualLanes lanes, ref double destination, nint index) =>
        Vector.StoreUnsafe(lanes._value, ref destination, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UsualLanes FusedMultiplyAdd(UsualLanes left, UsualLanes right, UsualLanes added) =>
        new(Vector.FusedMultiplyAdd(left._value, right._value, added._value));

    public static UsualLanes Add(UsualLanes left, UsualLanes right) => new(left._value + right._value);

    public static UsualLanes Subtract(UsualLanes left, UsualLanes right) => new(left._value - right._value);

    public static UsualLanes Multiply(UsualLanes left, UsualLanes right) => new(left._value * right._value);

    public static UsualLanes Negate(UsualLanes lanes) => new(-lanes._value);
}

/// <summary>A single lane.</summary>
internal readonly struct OneLane(double value) : ILanes<OneLane>
{
    private readonly double _value = value;

    public static int Count => 1;

    public static OneLane Create(double value) => new(value);

    public static OneLane Load(ref double source, nint index) => new(Unsafe.Add(ref source, index));

    public static void Store(OneLane lanes, ref double destination, nint index) =>
        Unsafe.Add(ref destination, index) = lanes._value;

    public static OneLane FusedMultiplyAdd(OneLane left, OneLane right, OneLane added) =>
        new(Math.FusedMultiplyAdd(left._value, right._value, added._value));

    public static OneLane Add(OneLane left, OneLane right) => new(left._value + right._value);

    public static OneLane Subtract(OneLane left, OneLane right) => new(left._value - right._value);

    public static OneLane Multiply(OneLane left, OneLane right) => new(left._value * right._value);

    public static OneLane Negate(OneLane lanes) => new(-lanes._value);
}
