using System.Buffers;
using System.Numerics;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Independent amounts as whole numbers of a small unit, with the moments of their sum.</summary>
/// <remarks>The columns are rented. Deals that cannot pay are left out, and certain amounts are part of
/// <see cref="Origin"/>.</remarks>
internal sealed class AmountBook : IDisposable
{
    // Probabilities of outcomes that sum to one by this much less leave nothing for an amount of zero.
    private const double SumNoise = 1e-15;

    // Terms are summed in runs of this length, and the sums of runs with compensation.
    private const int Run = 64;

    private readonly List<AmountOutcomes> _several = [];
    private BlockSums _sums;

    private AmountBook(int digits, int capacity)
    {
        Digits = digits;
        Units = ArrayPool<long>.Shared.Rent(capacity);
        Probability = ArrayPool<double>.Shared.Rent(capacity);
    }

    /// <summary>Gets the decimal places of the unit.</summary>
    public int Digits { get; }

    /// <summary>Gets the number of deals with one outcome beside zero and a probability above 0 and below 1.</summary>
    public int Count { get; private set; }

    /// <summary>Gets the amount of each such deal in units.</summary>
    public long[] Units { get; private set; }

    /// <summary>Gets the probability of each such deal.</summary>
    public double[] Probability { get; private set; }

    /// <summary>Gets the amounts with several outcomes.</summary>
    public IReadOnlyList<AmountOutcomes> Several => _several;

    /// <summary>Gets the sum of certain amounts in units.</summary>
    public long Origin { get; private set; }

    /// <summary>Gets the largest common divisor of all uncertain amounts in units; zero if there are none.</summary>
    public ulong Divisor { get; private set; }

    /// <summary>Gets the largest less the smallest possible sum in units.</summary>
    public double Range { get; private set; }

    /// <summary>Gets about the third cumulant of the sum in cubed units.</summary>
    public double Skew { get; private set; }

    /// <summary>Gets the most by which rounding to units changes the sum, in units.</summary>
    public double Rounded { get; private set; }

    /// <summary>Gets the mean of the sum in units.</summary>
    public double Mean => Origin + _sums.Mean;

    /// <summary>Gets the variance of the sum in squared units.</summary>
    public double Variance => _sums.Variance;

    /// <summary>Creates a book of deals with one outcome beside zero.</summary>
    /// <param name="amounts">The amounts.</param>
    /// <param name="probabilities">The probability of each.</param>
    /// <param name="amountsName">The parameter of the caller that holds the amounts.</param>
    /// <param name="probabilitiesName">The parameter of the caller that holds the probabilities.</param>
    public static AmountBook Of(
        ReadOnlySpan<decimal> amounts,
        ReadOnlySpan<double> probabilities,
        string amountsName,
        string probabilitiesName)
    {
        if (amounts.Length != probabilities.Length)
        {
            throw new ArgumentException(
                Invariant($"{probabilitiesName} had {probabilities.Length} values for {amounts.Length} amounts; ")
                    + "one for each amount is expected.",
                probabilitiesName);
        }

        RequireProbabilities(probabilities, probabilitiesName);
        int scale = 0;
        double total = 0;
        foreach (decimal amount in amounts)
        {
            scale = Math.Max(scale, amount.Scale);
            total += AmountUnits.SizeOf(amount);
        }

        var book = new AmountBook(AmountUnits.DigitsOf(scale, total, amountsName), amounts.Length);
        for (int i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] != 0)
            {
                book.Add(book.ToUnits(amounts[i]), probabilities[i]);
            }
        }

        book._sums.Flush();
        return book;
    }

    /// <summary>Creates a book of deals with any number of outcomes.</summary>
    /// <param name="deals">The deals.</param>
    /// <param name="name">The parameter of the caller that holds them.</param>
    public static AmountBook Of(ReadOnlySpan<UncertainDeal> deals, string name)
    {
        int scale = 0;
        double total = 0;
        for (int i = 0; i < deals.Length; i++)
        {
            UncertainDeal deal = deals[i] ?? throw new ArgumentNullException(
                name, Invariant($"{name} had null at position {i}; a deal is expected."));
            foreach (PossibleAmount outcome in deal.Outcomes.AsSpan())
            {
                scale = Math.Max(scale, outcome.Amount.Scale);
                total += AmountUnits.SizeOf(outcome.Amount);
            }
        }

        var book = new AmountBook(AmountUnits.DigitsOf(scale, total, name), deals.Length);
        foreach (UncertainDeal deal in deals)
        {
            ReadOnlySpan<PossibleAmount> outcomes = deal.Outcomes.AsSpan();
            if (outcomes.Length == 1 && outcomes[0].Amount != 0)
            {
                book.Add(book.ToUnits(outcomes[0].Amount), outcomes[0].Probability);
            }
            else if (outcomes.Length > 1)
            {
                book.Add(outcomes);
            }
        }

        book._sums.Flush();
        return book;
    }

    /// <summary>Creates a book of independent Poisson counts of deals, one for each amount.</summary>
    /// <param name="amounts">The amounts with the expected count of each.</param>
    /// <param name="lost">The mass of counts that may be left out.</param>
    /// <param name="name">The parameter of the caller that holds them.</param>
    public static AmountBook OfPoisson(ReadOnlySpan<PossibleRate> amounts, double lost, string name)
    {
        int scale = 0;
        double total = 0;
        var counts = new double[amounts.Length][];
        for (int i = 0; i < amounts.Length; i++)
        {
            counts[i] = PoissonCounts.Probabilities(amounts[i].Rate, lost / amounts.Length);
            scale = Math.Max(scale, amounts[i].Amount.Scale);
            total += AmountUnits.SizeOf(amounts[i].Amount) * counts[i].Length;
        }

        var book = new AmountBook(AmountUnits.DigitsOf(scale, total, name), 0);
        for (int i = 0; i < amounts.Length; i++)
        {
            long units = book.ToUnits(amounts[i].Amount);
            double rate = amounts[i].Rate;
            if (units != 0 && counts[i].Length > 1)
            {
                // The moments are those of all counts, also of those that are left out.
                book.Add(AmountOutcomes.Multiples(units, counts[i]), rate * units, rate * units * (double)units);
            }
        }

        book._sums.Flush();
        return book;
    }

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(Units);
        ArrayPool<double>.Shared.Return(Probability);
        Units = [];
        Probability = [];
    }

    private static void RequireProbabilities(ReadOnlySpan<double> probabilities, string name)
    {
        for (int i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] is not (>= 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(
                    name,
                    Invariant($"{name} had {probabilities[i]} at position {i}; ")
                        + "a fraction between 0 and 1 is expected.");
            }
        }
    }

    private long ToUnits(decimal amount)
    {
        if (AmountUnits.TryDigits(amount, Digits, out long units) || FixedPoint.TryFrom(amount, Digits, out units))
        {
            return units;
        }

        decimal rounded = decimal.Round(amount, Digits);
        Rounded += rounded == amount ? 0 : 0.5;
        return (long)(rounded * FixedPoint.PowerOfTen(Digits));
    }

    private void Add(long units, double probability)
    {
        if (probability == 1)
        {
            Origin += units;
            return;
        }

        if (probability == 0)
        {
            return;
        }

        Units[Count] = units;
        Probability[Count] = probability;
        Count++;
        Divide(units);
        double amount = units;
        double mean = probability * amount;
        double variance = (1 - probability) * mean * amount;
        _sums.Add(mean, variance);
        Skew += variance * (1 - (2 * probability)) * amount;
        Range += Math.Abs(amount);
        if (Count % Run == 0)
        {
            _sums.Flush();
        }
    }

    private void Add(ReadOnlySpan<PossibleAmount> outcomes)
    {
        var units = new long[outcomes.Length + 1];
        var probabilities = new double[outcomes.Length + 1];
        double rest = 1;
        for (int i = 0; i < outcomes.Length; i++)
        {
            units[i + 1] = ToUnits(outcomes[i].Amount);
            probabilities[i + 1] = outcomes[i].Probability;
            rest -= outcomes[i].Probability;
        }

        probabilities[0] = rest > SumNoise * outcomes.Length ? rest : 0;
        var several = AmountOutcomes.Of(units, probabilities);
        if (several.Units.Length == 1)
        {
            Origin += several.Units[0];
            return;
        }

        Add(several, several.Mean, several.Variance);
    }

    private void Add(AmountOutcomes several, double mean, double variance)
    {
        _several.Add(several);
        foreach (long units in several.Units)
        {
            Divide(units - several.Units[0]);
        }

        _sums.Add(mean, variance);
        _sums.Flush();
        Range += (double)several.Units[^1] - several.Units[0];
        Skew += several.Skew;
    }

    private void Divide(long units)
    {
        ulong size = (ulong)Math.Abs(units);
        if (Divisor != 1 && size != 0 && (Divisor == 0 || size % Divisor != 0))
        {
            Divisor = (ulong)BigInteger.GreatestCommonDivisor(Divisor, size);
        }
    }

    /// <summary>Sums of means and variances.</summary>
    private struct BlockSums
    {
        private CompensatedSum _means;
        private CompensatedSum _variances;
        private double _mean;
        private double _variance;

        public readonly double Mean => _means.Value;

        public readonly double Variance => _variances.Value;

        public void Add(double mean, double variance)
        {
            _mean += mean;
            _variance += variance;
        }

        public void Flush()
        {
            _means.Add(_mean);
            _variances.Add(_variance);
            _mean = 0;
            _variance = 0;
        }
    }
}
