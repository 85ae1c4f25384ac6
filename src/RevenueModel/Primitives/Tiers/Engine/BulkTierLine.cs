using System.Numerics;

namespace RevenueModel.Primitives;

/// <summary>Evaluates a <see cref="TierPiece"/> for quantities with one number of decimal places:
/// <c>start + quantity × slope</c> in whole numbers, with the digits that decimals would give.</summary>
/// <remarks>
/// The default value is a line that whole numbers cannot express; its amounts need decimal arithmetic.
/// </remarks>
internal readonly struct BulkTierLine
{
    private const int MostDigits = 28;

    private static readonly BigInteger MostDecimal = (BigInteger.One << 96) - 1;
    private static readonly BigInteger LowBits = (BigInteger.One << 128) - 1;

    private readonly ulong _slope;
    private readonly ulong _startLow;
    private readonly ulong _startHigh; // a negative start is stored as its complement; the sum is still right
    private readonly byte _digits;

    private BulkTierLine(BigInteger slope, BigInteger start, int digits)
    {
        var bits = (UInt128)(start & LowBits);
        _slope = (ulong)slope;
        _startLow = (ulong)bits;
        _startHigh = (ulong)(bits >> 64);
        _digits = (byte)digits;
        IsWhole = true;
    }

    /// <summary>Gets whether whole numbers express the line.</summary>
    public bool IsWhole { get; }

    /// <summary>Returns the line of a constant amount, or the default value if it is a zero with a minus
    /// sign.</summary>
    /// <param name="amount">The amount, zero or more.</param>
    public static BulkTierLine Level(decimal amount) =>
        decimal.IsNegative(amount) ? default : new(0, FixedPoint.Mantissa(amount), amount.Scale);

    /// <summary>Returns the line of a piece, or the default value if whole numbers cannot express it.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="digits">The decimal places of the quantities.</param>
    /// <param name="first">The first quantity, in the unit of its last decimal place.</param>
    /// <param name="last">The last quantity. Set to the last one for which decimals round nothing.</param>
    public static BulkTierLine Of(in TierPiece piece, int digits, long first, ref long last)
    {
        // A difference and a sum of decimals have the larger number of decimal places; a product has the sum of both.
        int differenceDigits = Math.Max(digits, piece.Anchor.Scale);
        int productDigits = differenceDigits + piece.Rise.Scale;
        int amountDigits = Math.Max(productDigits, piece.Amount.Scale);
        if (piece.Run != 1m || decimal.IsNegative(piece.Amount) || decimal.IsNegative(piece.Rise)
            || productDigits > MostDigits)
        {
            return default; // a zero may have a minus sign too
        }

        BigInteger step = PowerOfTen(differenceDigits - digits);
        BigInteger anchor = FixedPoint.Mantissa(piece.Anchor) * PowerOfTen(differenceDigits - piece.Anchor.Scale);
        BigInteger rise = FixedPoint.Mantissa(piece.Rise) * PowerOfTen(amountDigits - productDigits);
        BigInteger amount = FixedPoint.Mantissa(piece.Amount) * PowerOfTen(amountDigits - piece.Amount.Scale);
        BigInteger slope = step * rise;
        BigInteger start = amount - (anchor * rise);
        BigInteger most = MostDecimal / step;
        if (rise > 0)
        {
            most = BigInteger.Min(most, (MostDecimal - start) / slope);
        }
        else if (productDigits > piece.Amount.Scale)
        {
            most = (uint.MaxValue + anchor) / step; // a longer number times zero is a zero without decimal places
        }

        if (slope > ulong.MaxValue || amount > MostDecimal || anchor > first * step || most < first)
        {
            return default;
        }

        last = (long)BigInteger.Min(most, last);
        return new BulkTierLine(slope, start, amountDigits);
    }

    /// <summary>Returns the amount for a quantity on the line.</summary>
    public decimal AmountAt(long quantity)
    {
        ulong high = Math.BigMul((ulong)quantity, _slope, out ulong low) + _startHigh;
        low += _startLow;
        high += low < _startLow ? 1UL : 0UL;
        return new decimal((int)low, (int)(low >> 32), (int)high, isNegative: false, _digits);
    }

    private static BigInteger PowerOfTen(int exponent) => BigInteger.Pow(10, exponent);
}
