using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A growing column of decimals, held as whole numbers of one unit: 64 bits as long as every sum of them
/// fits, else 128 bits.</summary>
internal sealed class ExactColumn
{
    private const long MostSmall = 1L << 62;
    private const int MostSmallDigits = 18;

    private static readonly Int128 MostUnits = (Int128)decimal.MaxValue;

    private long[] _small;
    private Int128[]? _large;

    /// <summary>Creates a column.</summary>
    /// <param name="capacity">The expected number of amounts.</param>
    /// <param name="digits">The least decimal places of the unit.</param>
    public ExactColumn(int capacity, int digits)
    {
        _small = new long[capacity];
        Digits = digits;
        if (digits > MostSmallDigits)
        {
            Widen();
        }
    }

    /// <summary>Gets the number of amounts.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the decimal places of the unit.</summary>
    public int Digits { get; private set; }

    /// <summary>Gets whether 64 bits hold every sum of the amounts.</summary>
    public bool IsSmall => _large is null;

    public ReadOnlySpan<long> Small => _large is null ? _small.AsSpan(0, Count) : default;

    public ReadOnlySpan<Int128> Large => _large is null ? default : _large.AsSpan(0, Count);

    /// <summary>Adds an amount.</summary>
    /// <exception cref="OverflowException">The amount has too many digits for the unit of the column.</exception>
    public void Add(decimal amount)
    {
        if (amount.Scale > Digits)
        {
            Rescale(amount.Scale);
        }

        if (_large is null && FixedPoint.TryFrom(amount, Digits, out long units))
        {
            if (Count == _small.Length)
            {
                Array.Resize(ref _small, Math.Max(4, 2 * Count));
            }

            _small[Count++] = units;
            return;
        }

        Widen();
        if (Count == _large!.Length)
        {
            Array.Resize(ref _large, Math.Max(4, 2 * Count));
        }

        _large[Count++] = Units(amount);
    }

    /// <summary>Chooses 128 bits if 64 bits do not hold every sum, and refuses amounts whose sum no decimal
    /// holds.</summary>
    /// <param name="known">The sum of the records in units if it is known, or null. The months of a record that are
    /// added one by one have a larger sum than the record.</param>
    /// <returns>The sum of the amounts of all records in units; no sum of a month or a movement exceeds it.</returns>
    /// <exception cref="OverflowException">The sum of the amounts exceeds the range of a decimal.</exception>
    public Int128 Finish(Int128? known)
    {
        Int128 sum = known ?? Sum();
        if (sum > MostUnits)
        {
            throw new OverflowException();
        }

        if (sum > MostSmall)
        {
            Widen();
        }

        return sum;
    }

    /// <summary>Returns a number of units of fewer decimal places in units of this column.</summary>
    /// <param name="units">The number of units.</param>
    /// <param name="digits">Their decimal places.</param>
    /// <exception cref="OverflowException">The number has too many digits.</exception>
    public Int128 InUnits(Int128 units, int digits) => checked(units * PowerOfTen(Digits - digits));

    private Int128 Sum()
    {
        Int128 sum = 0;
        foreach (long amount in Small)
        {
            sum += Math.Abs(amount);
        }

        foreach (Int128 amount in Large)
        {
            sum = checked(sum + Int128.Abs(amount));
        }

        return sum;
    }

    private Int128 Units(decimal amount) => checked(Signed(amount) * PowerOfTen(Digits - amount.Scale));

    private static Int128 Signed(decimal amount)
    {
        Int128 magnitude = (Int128)FixedPoint.Mantissa(amount);
        return amount < 0m ? -magnitude : magnitude;
    }

    private static Int128 PowerOfTen(int exponent)
    {
        Int128 power = 1;
        for (int i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }

    private void Rescale(int digits)
    {
        int added = digits - Digits;
        Digits = digits;
        if (_large is null)
        {
            long most = added <= MostSmallDigits ? long.MaxValue / (long)FixedPoint.PowerOfTen(added) : 0;
            bool fits = digits <= MostSmallDigits;
            for (int i = 0; fits && i < Count; i++)
            {
                fits = _small[i] <= most && _small[i] >= -most;
            }

            if (fits)
            {
                long factor = (long)FixedPoint.PowerOfTen(added);
                for (int i = 0; i < Count; i++)
                {
                    _small[i] *= factor;
                }

                return;
            }

            Widen();
        }

        Int128 power = PowerOfTen(added);
        for (int i = 0; i < Count; i++)
        {
            _large![i] = checked(_large[i] * power);
        }
    }

    private void Widen()
    {
        if (_large is not null)
        {
            return;
        }

        _large = new Int128[_small.Length];
        for (int i = 0; i < Count; i++)
        {
            _large[i] = _small[i];
        }

        _small = [];
    }
}
