using System.Buffers;
using System.Numerics;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Independent amounts as whole numbers of a small unit, with the moments of their sum.</summary>
/// <remarks>The columns are rented. Deals that cannot pay are left out, and certain amounts are part of
/// <see cref="Certain"/>.</remarks>
internal sealed class AmountBook : IDisposable
{
    // Probabilities of outcomes that sum to one by this much less leave nothing for an amount of zero.
    private const double SumNoise = 1e-15;

    // Terms are summed in runs of this length, and the sums of runs with compensation.
    private const int Run = 64;

    private readonly List<AmountOutcomes> _several = [];
    private BlockSums _sums;
    private double _skewAbove;
    private double _skewBelow;

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

    /// <summary>Gets the sum of certain amounts in the currency of the deals.</summary>
    public decimal Certain { get; private set; }

    /// <summary>Gets the largest common divisor of all uncertain amounts in units; zero if there are none.</summary>
    public ulong Divisor { get; private set; }

    /// <summary>Gets the largest less the smallest possible sum in units.</summary>
    public double Range { get; private set; }

    /// <summary>Gets the largest range of a single deal in units.</summary>
    public double Largest { get; private set; }

    /// <summary>Gets about the third cumulant of the sum in cubed units: that of the deals that lengthen its longer
    /// side, since rare gains do not shorten a side that rare losses lengthen.</summary>
    public double Skew => Math.Max(_skewAbove, _skewBelow);

    /// <summary>Gets the most by which rounding to units changes the sum, in units.</summary>
    public double Rounded { get; private set; }

    /// <summary>Gets the mean of the uncertain sum in units.</summary>
    public double Mean => _sums.Mean;

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
        for (int i = 0; i < amounts.Length; i++)
        {
            if (probabilities[i] is > 0 and < 1)
            {
                scale = Math.Max(scale, amounts[i].Scale);
                total += AmountUnits.SizeOf(amounts[i]);
            }
        }

        var book = new AmountBook(AmountUnits.DigitsOf(scale, total, amountsName), amounts.Length);
        for (int i = 0; i < amounts.Length; i++)
        {
            book.Add(amounts[i], probabilities[i], amountsName);
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
            double largest = 0;
            foreach (PossibleAmount outcome in deal.Outcomes.AsSpan())
            {
                if (outcome.Probability is > 0 and < 1)
                {
                    scale = Math.Max(scale, outcome.Amount.Scale);
                    largest = Math.Max(largest, AmountUnits.SizeOf(outcome.Amount));
                }
            }

            total += largest;
        }

        var book = new AmountBook(AmountUnits.DigitsOf(scale, total, name), deals.Length);
        foreach (UncertainDeal deal in deals)
        {
            ReadOnlySpan<PossibleAmount> outcomes = deal.Outcomes.AsSpan();
            if (outcomes.Length == 1)
            {
                book.Add(outcomes[0].Amount, outcomes[0].Probability, name);
            }
            else if (outcomes.Length > 1)
            {
                book.Add(outcomes, name);
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

    private void Add(decimal amount, double probability, string name)
    {
        if (amount == 0m || probability == 0)
        {
            return;
        }

        if (probability == 1)
        {
            Certain = DomainGuards.Total(Certain, amount, name);
            return;
        }

        Add(ToUnits(amount), probability);
    }

    private void Add(long units, double probability)
    {
        Units[Count] = units;
        Probability[Count] = probability;
        Count++;
        Divide(units);
        double amount = units;
        double mean = probability * amount;
        double variance = (1 - probability) * mean * amount;
        _sums.Add(mean, variance);
        AddSkew(variance * (1 - (2 * probability)) * amount);
        AddRange(Math.Abs(amount));
        if (Count % Run == 0)
        {
            _sums.Flush();
        }
    }

    private void Add(ReadOnlySpan<PossibleAmount> outcomes, string name)
    {
        var units = new long[outcomes.Length + 1];
        var probabilities = new double[outcomes.Length + 1];
        double sum = 0;
        for (int i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i].Probability == 1)
            {
                Certain = DomainGuards.Total(Certain, outcomes[i].Amount, name);
                return;
            }

            units[i + 1] = outcomes[i].Probability > 0 ? ToUnits(outcomes[i].Amount) : 0;
            probabilities[i + 1] = outcomes[i].Probability;
            sum += outcomes[i].Probability;
        }

        // Probabilities may sum to a little more than one.
        for (int i = 1; sum > 1 && i < probabilities.Length; i++)
        {
            probabilities[i] /= sum;
        }

        probabilities[0] = 1 - sum > SumNoise * outcomes.Length ? 1 - sum : 0;
        var several = AmountOutcomes.Of(units, probabilities);
        if (several.Units.Length == 1)
        {
            Certain = DomainGuards.Total(Certain, LatticePlan.ToAmount(several.Units[0], Digits), name);
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
        AddRange((double)several.Units[^1] - several.Units[0]);
        AddSkew(several.Skew);
    }

    private void AddRange(double range)
    {
        Range += range;
        Largest = Math.Max(Largest, range);
    }

    private void AddSkew(double skew)
    {
        _skewAbove += Math.Max(skew, 0);
        _skewBelow += Math.Max(-skew, 0);
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
