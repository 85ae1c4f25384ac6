using System.Buffers;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Integrates the distribution of a book over a common factor by the trapezoidal rule, whose step is halved
/// until the result no longer changes.</summary>
internal sealed class FactorEngine : IDisposable
{
    private const int MostLevels = 12;

    // The relative error of the normal distribution function, which shifts each probability.
    private const double NormalError = 2e-15;

    // The planned width has to hold a factor of up to this many standard deviations either way.
    private const double PlannedDeviations = 9;

    private readonly AmountBook _book;
    private readonly DistributionOptions _options;
    private readonly FactorDeals _given;
    private readonly LatticePlan _plan;
    private readonly DealColumns _deals;
    private readonly double _outermost;
    private readonly double[] _probabilities;
    private int _reach;
    private double _dropped;
    private double _variance;

    private FactorEngine(AmountBook book, FactorLoadings loadings, DistributionOptions options)
    {
        _book = book;
        _options = options;
        _given = new FactorDeals(book, loadings);
        _plan = LatticePlan.For(book, options, Spread());
        _deals = DealColumns.Of(book, _plan);
        _probabilities = ArrayPool<double>.Shared.Rent(_deals.Count);
        double outside = options.Tails == TailAccuracy.Relative ? 1e-280 : options.DroppedMass;
        _outermost = -StandardNormal.Quantile(outside / 4);
        _dropped = outside / 2;
    }

    /// <summary>Computes the distribution.</summary>
    public static ForecastDistribution Compute(AmountBook book, FactorLoadings loadings, DistributionOptions options)
    {
        if (loadings.AreZero)
        {
            return DistributionEngine.Compute(book, options);
        }

        using var engine = new FactorEngine(book, loadings, options);
        return engine.Integrate();
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_probabilities);
        _given.Dispose();
        _deals.Dispose();
    }

    private ForecastDistribution Integrate()
    {
        PlacedOutcomes[] several = DistributionEngine.Place(_book, _plan);
        _reach = DistributionEngine.ReachOf(_deals, several);
        using var total = new LatticeAccumulator();
        using var odd = new LatticeAccumulator();
        Sums sums = AddNodes(total, 1, isOddOnly: false);
        double step = 1;
        double change = double.PositiveInfinity;
        for (int level = 0; level < MostLevels && change > _options.FactorTolerance; level++)
        {
            step /= 2;
            odd.Clear();
            Sums added = AddNodes(odd, step, isOddOnly: true);
            change = total.Refine(odd);
            sums = new Sums((sums.Dropped / 2) + added.Dropped, (sums.Variance / 2) + added.Variance);
        }

        _dropped += sums.Dropped;
        _variance = sums.Variance;
        using var window = new MassWindow(0, budget: 0, total.Masses, total.First);
        double relative = DistributionEngine.RelativeError(_deals.Count, several);
        double normal = NormalError * (_deals.Count + several.Length);
        return DistributionEngine.Finish(
            _book,
            _plan,
            window,
            new LatticeErrors(SplitOf(several), change + relative + normal, null, _dropped),
            _variance);
    }

    // Given the factor, the errors of splitting are independent, but more deals may be won than on average: the bound
    // is that of deals that are all won.
    private LatticeSplit SplitOf(PlacedOutcomes[] several)
    {
        LatticeSplit split = DistributionEngine.SplitOf(_book, _plan, _deals, several);
        double unit = 1.0 / FixedPoint.PowerOfTen(_book.Digits);
        double variance = _deals.MostSplitVariance;
        foreach (PlacedOutcomes outcomes in several)
        {
            variance += outcomes.IsSplit ? (double)_plan.Step * _plan.Step / 4 : 0;
        }

        return new LatticeSplit(variance * unit * unit, split.Step, split.MostShift, split.Rounding);
    }

    private Sums AddNodes(LatticeAccumulator sum, double step, bool isOddOnly)
    {
        double dropped = 0;
        double variance = 0;
        int last = (int)(_outermost / step);
        for (int i = -last; i <= last; i++)
        {
            if (isOddOnly && i % 2 == 0)
            {
                continue;
            }

            double z = i * step;
            double weight = step * StandardNormal.Density(z);
            using MassWindow window = Conditional(z, BudgetAt(step, weight));
            sum.Add(window.First, window.Masses, weight);
            FactorMoments moments = _given.Moments(z);
            double distance = moments.Mean - (_book.Mean - _book.Origin);
            variance += weight * (moments.Variance + (distance * distance));
            dropped += weight * window.Dropped;
        }

        return new Sums(dropped, variance);
    }

    // All nodes together drop as much as is allowed; one with little weight may drop more of its own mass.
    private double BudgetAt(double step, double weight) => _options.Tails == TailAccuracy.Relative
        ? 0
        : Math.Min(1e-6, _options.DroppedMass * step / (2 * _outermost * weight));

    private MassWindow Conditional(double z, double budget)
    {
        var window = new MassWindow(_reach, budget);
        _given.Fill(z, _deals.Source.AsSpan(0, _deals.Count), _probabilities);
        int count = _book.Several.Count;
        window.Add(_deals, _probabilities.AsSpan(0, _deals.Count), count > 0 ? 0.5 : 1);
        for (int i = 0; i < count; i++)
        {
            AmountOutcomes outcomes = _given.Several(i, z);
            var placed = PlacedOutcomes.Of(outcomes, _plan.Step, _book.Several[i].Units[0]);
            window.AddMany(placed.Offsets, placed.Probabilities, placed.Lowest, 0.5 + (0.5 * (i + 1) / count));
        }

        return window;
    }

    // The variance of the conditional mean, coarsely: it only decides how wide the lattice is.
    private double Spread()
    {
        double spread = 0;
        for (double z = -PlannedDeviations; z <= PlannedDeviations; z++)
        {
            double distance = _given.Moments(z).Mean - (_book.Mean - _book.Origin);
            spread += StandardNormal.Density(z) * distance * distance;
        }

        return spread;
    }

    private readonly record struct Sums(double Dropped, double Variance);
}
