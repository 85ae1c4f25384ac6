using System.Numerics;

namespace RevenueModel.Primitives.Tiers;

/// <summary>A <see cref="TierPiece"/> for quantities of one number of decimal places: <c>start + quantity × slope</c> in whole
/// numbers, which are the digits that decimals would give.</summary>
/// <remarks>The default value is a line that whole numbers do not express.</remarks>
internal readonly struct BulkTierLine
{
    private const int MostDigits = 28;
    private const int WithoutAmount = 0;

    private static readonly BigInteger MostDecimal = (BigInteger.One << 96) - 1;
    private static readonly BigInteger Wrap = (BigInteger.One << 128) - 1;

    private readonly ulong _slope;
    private readonly ulong _startLow;
    private readonly ulong _startHigh; // both are those of a negative start too, which no amount is
    private readonly int _digitsPlusOne;

    private BulkTierLine(BigInteger slope, BigInteger start, int digits)
    {
        var wrapped = (UInt128)(start & Wrap);
        _slope = (ulong)slope;
        _startLow = (ulong)wrapped;
        _startHigh = (ulong)(wrapped >> 64);
        _digitsPlusOne = digits + 1;
    }

    /// <summary>Whether amounts are left to decimals.</summary>
    public bool IsLeftToDecimals => _digitsPlusOne == WithoutAmount;

    /// <summary>The line of one amount.</summary>
    public static BulkTierLine Level(decimal amount) => new(0, FixedPoint.Mantissa(amount), amount.Scale);

    /// <summary>The line of a piece, or the default value where whole numbers do not express it.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="digits">The decimal places of the quantities.</param>
    /// <param name="first">The first quantity, in the unit of its last place.</param>
    /// <param name="last">The last quantity; becomes the last one up to which decimals round nothing.</param>
    public static BulkTierLine Of(in TierPiece piece, int digits, ulong first, ref ulong last)
    {
        // As decimals do: a difference and a sum have the places of the operand that has more, a product has those of both.
        int differenceDigits = Math.Max(digits, piece.Anchor.Scale);
        int productDigits = differenceDigits + piece.Rise.Scale;
        int amountDigits = Math.Max(productDigits, piece.Amount.Scale);
        if (piece.Run != 1m || piece.Amount < 0m || piece.Rise < 0m || productDigits > MostDigits)
        {
            return default;
        }

        BigInteger step = PowerOfTen(differenceDigits - digits);
        BigInteger anchor = FixedPoint.Mantissa(piece.Anchor) * PowerOfTen(differenceDigits - piece.Anchor.Scale);
        BigInteger rise = FixedPoint.Mantissa(piece.Rise) * PowerOfTen(amountDigits - productDigits);
        BigInteger slope = rise * step;
        BigInteger start = (FixedPoint.Mantissa(piece.Amount) * PowerOfTen(amountDigits - piece.Amount.Scale)) - (anchor * rise);
        BigInteger most = MostDecimal / step;
        if (!rise.IsZero)
        {
            most = BigInteger.Min(most, (MostDecimal - start) / slope);
        }
        else if (productDigits > piece.Amount.Scale)
        {
            most = (uint.MaxValue + anchor) / step; // nothing times a longer number is a zero without decimal places
        }

        if (slope > ulong.MaxValue || start > MostDecimal || most < first || anchor > first * step)
        {
            return default;
        }

        last = (ulong)BigInteger.Min(most, last);
        return new BulkTierLine(slope, start, amountDigits);
    }

    /// <summary>The last quantity whose amount is below another one, from zero on; all are where the slope is zero and one
    /// is.</summary>
    public ulong LastBelow(decimal amount)
    {
        // Rounded up, as a whole amount is below another one where it is below the next whole one.
        BigInteger digits = FixedPoint.Mantissa(amount) * PowerOfTen(_digitsPlusOne - 1);
        BigInteger most = (digits + PowerOfTen(amount.Scale) - 1) / PowerOfTen(amount.Scale);
        BigInteger start = new UInt128(_startHigh, _startLow);
        start -= _startHigh >> 63 != 0 ? Wrap + 1 : 0;
        if (_slope == 0)
        {
            return start < most ? ulong.MaxValue : 0;
        }

        BigInteger below = most - 1 - start;
        return below.Sign < 0 ? 0 : (ulong)BigInteger.Min(below / _slope, ulong.MaxValue);
    }

    /// <summary>The amount for a quantity on the line.</summary>
    public decimal AmountAt(ulong quantity)
    {
        ulong high = Math.BigMul(quantity, _slope, out ulong low) + _startHigh;
        low += _startLow;
        high += low < _startLow ? 1UL : 0UL;
        return new decimal((int)low, (int)(low >> 32), (int)high, isNegative: false, (byte)(_digitsPlusOne - 1));
    }

    private static BigInteger PowerOfTen(int exponent) => BigInteger.Pow(10, exponent);
}
