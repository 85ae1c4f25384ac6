using System.Buffers;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Integrates the distribution of a book over a common factor by the trapezoidal rule, whose step is halved
/// until the result no longer changes.</summary>
internal sealed class FactorEngine : IDisposable
{
    private const int MostLevels = 12;
    private const double NegligibleShare = 1e-3;
    private const double SmallestFirstStep = 1.0 / 64;
    private const double VarianceTolerance = 1e-13;
    private const double VarianceDeviations = 10;

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
    private readonly double _firstStep;
    private readonly double[] _probabilities;
    private int _reach;

    private FactorEngine(AmountBook book, FactorLoadings loadings, DistributionOptions options, LatticePlan? plan)
    {
        _book = book;
        _options = options;
        _given = new FactorDeals(book, loadings);
        _plan = plan ?? LatticePlan.For(book, options, Spread());

        // Steep probabilities need smaller steps before a change tells anything.
        _firstStep = 1;
        while (_firstStep * loadings.SteepestSlope > 1 && _firstStep > SmallestFirstStep)
        {
            _firstStep /= 2;
        }
        _deals = DealColumns.Of(book, _plan);
        _probabilities = ArrayPool<double>.Shared.Rent(_deals.Count);

        // The integrand has to be negligible at both ends for the trapezoidal rule to converge fast.
        double outside = options.Tails == TailAccuracy.Relative ? 1e-280 : options.FactorTolerance * NegligibleShare;
        _outermost = -StandardNormal.Quantile(outside / 4);
    }

    /// <summary>Computes the distribution.</summary>
    public static ForecastDistribution Compute(AmountBook book, FactorLoadings loadings, DistributionOptions options)
    {
        if (loadings.AreZero)
        {
            return DistributionEngine.Compute(book, options);
        }

        LatticePlan? plan = null;
        while (true)
        {
            using var engine = new FactorEngine(book, loadings, options, plan);
            try
            {
                return engine.Integrate();
            }
            catch (LatticeTooWideException)
            {
                // Rare deals can make a sum wider than its moments tell.
                plan = engine._plan.Coarser();
            }
        }
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
        double step = _firstStep;
        double dropped = AddNodes(total, step, isOddOnly: false);
        double change = double.PositiveInfinity;
        for (int level = 0; level < MostLevels && change > _options.FactorTolerance; level++)
        {
            step /= 2;
            odd.Clear();
            double added = AddNodes(odd, step, isOddOnly: true);
            change = total.Refine(odd);
            dropped = (dropped / 2) + added;
        }

        // The nodes beyond the outermost ones are dropped too.
        dropped += Math.Max(0, 1 - WeightOfNodes(step));
        using var window = new MassWindow(0, budget: 0, total.Masses, total.First);
        double relative = DistributionEngine.RelativeError(_deals.Count, several);
        double normal = NormalError * (_deals.Count + several.Length);
        return DistributionEngine.Finish(
            _book,
            _plan,
            window,
            new LatticeErrors(SplitOf(several), change + relative + normal, null, dropped),
            Variance());
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

    // The mass that the nodes drop.
    private double AddNodes(LatticeAccumulator sum, double step, bool isOddOnly)
    {
        double dropped = 0;
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
            dropped += weight * window.Dropped;
        }

        return dropped;
    }

    private double WeightOfNodes(double step)
    {
        var weight = default(CompensatedSum);
        int last = (int)(_outermost / step);
        for (int i = -last; i <= last; i++)
        {
            weight.Add(step * StandardNormal.Density(i * step));
        }

        return weight.Value;
    }

    // The mean of the conditional variance, and the variance of the conditional mean, whatever the tolerance of
    // probabilities.
    private double Variance()
    {
        double step = _firstStep;
        double variance = VarianceAt(step, isOddOnly: false);
        for (int level = 0; level < MostLevels; level++)
        {
            step /= 2;
            double before = variance;
            variance = (variance / 2) + VarianceAt(step, isOddOnly: true);
            if (Math.Abs(variance - before) <= VarianceTolerance * variance)
            {
                break;
            }
        }

        return variance;
    }

    private double VarianceAt(double step, bool isOddOnly)
    {
        double variance = 0;
        int last = (int)(VarianceDeviations / step);
        for (int i = -last; i <= last; i++)
        {
            if (!isOddOnly || i % 2 != 0)
            {
                FactorMoments moments = _given.Moments(i * step);
                double distance = moments.Mean - _book.Mean;
                variance += step * StandardNormal.Density(i * step) * (moments.Variance + (distance * distance));
            }
        }

        return variance;
    }

    // All nodes together drop as much as is allowed; one with little weight may drop more of its own mass.
    private double BudgetAt(double step, double weight) => _options.Tails == TailAccuracy.Relative
        ? 0
        : Math.Min(1e-6, _options.DroppedMass * step / (2 * _outermost * weight));

    private MassWindow Conditional(double z, double budget)
    {
        var window = new MassWindow(_reach, budget, mostCells: LatticePlan.MostCells(_options));
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
            double distance = _given.Moments(z).Mean - _book.Mean;
            spread += StandardNormal.Density(z) * distance * distance;
        }

        return spread;
    }
}
