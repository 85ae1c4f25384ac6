
namespace RevenueModel.Primitives;

/// <summary>Evaluates a <see cref="TierPiece"/> in whole numbers: <c>amount + (quantity - anchor) × rise / run</c>,
/// with the quantity in millionths and the amount in minor units.</summary>
/// <remarks>The default value, whose run is zero, is a piece that whole numbers cannot express.</remarks>
internal readonly struct WholeTierPiece
{
    /// <summary>The decimal places of a quantity.</summary>
    public const int QuantityDigits = 6;

    // The result of decimal arithmetic is within 4 × 10^-28 of the exact amount. Below this size times the run, that
    // is less than the distance to the next amount that rounds differently, so whole numbers give the same rounded
    // amount.
    private const int LimitBits = 88;

    private static readonly RoundingPolicy Quantities = RoundingPolicy.ToDigits(QuantityDigits);

    private readonly long _anchor;
    private readonly long _amount;
    private readonly ulong _rise;
    private readonly ulong _run;
    private readonly ulong _hair;

    private WholeTierPiece(long anchor, long amount, ulong rise, ulong run, ulong hair)
    {
        _anchor = anchor;
        _amount = amount;
        _rise = rise;
        _run = run;
        _hair = hair;
    }

    /// <summary>Returns the piece in whole numbers, or the default value if they cannot express it.</summary>
    /// <remarks>A rise below 2^32 keeps its product with a quantity exact in decimals too.</remarks>
    public static WholeTierPiece Of(in TierPiece piece, RoundingPolicy policy)
    {
        if (piece.Amount < 0m
            || !Quantities.TryToMinorUnits(piece.Anchor, out long anchor)
            || !policy.TryToMinorUnits(piece.Amount, out long amount)
            || !FixedPoint.TryShortest(piece.Rise, out ulong rise, out int riseDigits)
            || !FixedPoint.TryShortest(piece.Run, out ulong run, out int runDigits)
            || rise > uint.MaxValue)
        {
            return default;
        }

        // Minor units per millionth: rise × 10^(digits - riseDigits) over run × 10^(6 - runDigits).
        int shift = policy.Digits - riseDigits - QuantityDigits + runDigits;
        if (Math.Abs(shift) > 18)
        {
            return default;
        }

        UInt128 dividend = (UInt128)rise * FixedPoint.PowerOfTen(Math.Max(shift, 0));
        UInt128 divisor = (UInt128)run * FixedPoint.PowerOfTen(Math.Max(-shift, 0));
        UInt128 common = GreatestCommonDivisor(dividend, divisor);
        dividend /= common;
        divisor /= common;
        UInt128 hair =
            divisor * (ulong)policy.MinorUnitsPerUnit / FixedPoint.PowerOfTen(DivisionNoise.MeaningfulDigits);
        bool isWhole = dividend <= long.MaxValue
            && divisor <= long.MaxValue
            && hair <= uint.MaxValue
            && (UInt128)amount * divisor < UInt128.One << LimitBits;
        return isWhole
            ? new WholeTierPiece(anchor, amount, (ulong)dividend, (ulong)divisor, (ulong)hair)
            : default;
    }

    /// <summary>Computes the rounded amount for a quantity at or above the anchor.</summary>
    /// <returns><see langword="true"/> if whole numbers give the amount.</returns>
    public bool TryAmountAt(long quantity, RoundingRule rule, out long amount)
    {
        amount = 0;
        if (_run == 0 || quantity < _anchor)
        {
            return false;
        }

        ulong high = Math.BigMul((ulong)(quantity - _anchor), _rise, out ulong low);
        if (high >> (LimitBits - 64) != 0)
        {
            return false;
        }

        UInt128 whole;
        UInt128 rest;
        if (high == 0)
        {
            (whole, rest) = Math.DivRem(low, _run); // nearly all amounts take this path
        }
        else
        {
            (whole, rest) = UInt128.DivRem(new UInt128(high, low), _run);
        }

        if (whole >= (ulong)(long.MaxValue - _amount) || (_hair > 0 && IsWithinAHair((ulong)rest)))
        {
            return false;
        }

        amount = _amount + (long)whole;
        amount += IsRoundedUp((ulong)rest, amount, rule) ? 1 : 0;
        return true;
    }

    // If an amount is so close to a half or a whole that decimals take it for that, decimal arithmetic decides.
    private bool IsWithinAHair(ulong rest)
    {
        ulong toHalf = rest * 2 > _run ? (rest * 2) - _run : _run - (rest * 2);
        return Math.Min(rest, _run - rest) <= _hair || toHalf <= 2 * _hair;
    }

    private bool IsRoundedUp(ulong rest, long amount, RoundingRule rule) => rule switch
    {
        RoundingRule.Up => rest > 0,
        RoundingRule.Down => false,
        RoundingRule.HalfToEven => rest * 2 > _run || (rest * 2 == _run && long.IsOddInteger(amount)),
        _ => rest * 2 >= _run,
    };

    private static UInt128 GreatestCommonDivisor(UInt128 left, UInt128 right)
    {
        while (right != 0)
        {
            (left, right) = (right, left % right);
        }

        return left;
    }
}
