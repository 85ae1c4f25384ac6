using System.Buffers;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Computes the distribution of a book of deals.</summary>
internal static class DistributionEngine
{
    private const double Noise = 1e-16;

    /// <summary>Computes the distribution of independent amounts.</summary>
    /// <param name="book">The amounts.</param>
    /// <param name="options">The options.</param>
    /// <param name="fourierCount">How many of the small deals the Fourier engine takes. Default: chosen by predicted
    /// cost.</param>
    /// <param name="lattice">The lattice. Default: chosen for the deals.</param>
    public static ForecastDistribution Compute(
        AmountBook book, DistributionOptions options, int? fourierCount = null, LatticePlan? lattice = null)
    {
        LatticePlan plan = lattice ?? LatticePlan.For(book, options);
        while (true)
        {
            try
            {
                return Compute(book, options, fourierCount, plan);
            }
            catch (LatticeTooWideException)
            {
                // Rare deals can make a sum wider than its moments tell.
                plan = plan.Coarser();
            }
        }
    }

    private static ForecastDistribution Compute(
        AmountBook book, DistributionOptions options, int? fourierCount, LatticePlan plan)
    {
        using var deals = DealColumns.Of(book, plan);
        PlacedOutcomes[] several = Place(book, plan);
        bool isRelative = options.Tails == TailAccuracy.Relative;
        double budget = isRelative ? 0 : options.DroppedMass;
        int small = isRelative ? 0 : fourierCount ?? EngineChoice.FourierCount(deals, budget);
        double error = 0;
        using MassWindow window = Start(deals, several, ref small, LatticePlan.MostCells(options), budget, ref error);
        window.Add(deals, small, deals.Count, several.Length > 0 ? 0.5 : 1);
        AddSeveral(window, several);
        double relative = RelativeError(deals.Count - small, several);
        return Finish(book, plan, window, new LatticeErrors(
            SplitOf(book, plan, deals, several), error + relative, small > 0 ? null : relative, 0));
    }

    /// <summary>Places amounts with several outcomes on the lattice.</summary>
    public static PlacedOutcomes[] Place(AmountBook book, LatticePlan plan)
    {
        var placed = new PlacedOutcomes[book.Several.Count];
        for (int i = 0; i < placed.Length; i++)
        {
            // On an exact lattice the lowest outcome is a cell, and the others are multiples of the step above it.
            AmountOutcomes outcomes = book.Several[i];
            placed[i] = PlacedOutcomes.Of(outcomes, plan.Step, outcomes.Units[0]);
        }

        Array.Sort(placed, static (one, other) => one.Reach.CompareTo(other.Reach));
        return placed;
    }

    /// <summary>Adds amounts with several outcomes to a window, and spends the rest of its budget.</summary>
    public static void AddSeveral(MassWindow window, PlacedOutcomes[] several)
    {
        for (int i = 0; i < several.Length; i++)
        {
            double progress = 0.5 + (0.5 * (i + 1) / several.Length);
            window.AddMany(several[i].Offsets, several[i].Probabilities, several[i].Lowest, progress);
        }
    }

    /// <summary>Returns the largest offset of deals and several outcomes.</summary>
    public static int ReachOf(DealColumns deals, PlacedOutcomes[] several) =>
        Math.Max(deals.Reach, several.Length == 0 ? 0 : several[^1].Reach);

    /// <summary>Returns a bound of the relative error of a mass in a window: a unit for each rounding.</summary>
    public static double RelativeError(int deals, PlacedOutcomes[] several)
    {
        double roundings = 4 + (4.0 * deals);
        foreach (PlacedOutcomes outcomes in several)
        {
            roundings += outcomes.Offsets.Length + 2;
        }

        return roundings * Rounding.Unit;
    }

    /// <summary>Returns what splitting amounts between cells does to a sum, in the currency of the deals.</summary>
    public static LatticeSplit SplitOf(
        AmountBook book, LatticePlan plan, DealColumns deals, PlacedOutcomes[] several)
    {
        double unit = 1.0 / FixedPoint.PowerOfTen(book.Digits);
        double variance = deals.SplitVariance;
        int count = deals.SplitCount;
        foreach (PlacedOutcomes outcomes in several)
        {
            variance += outcomes.SplitVariance;
            count += outcomes.IsSplit ? 1 : 0;
        }

        return new LatticeSplit(
            variance * unit * unit,
            count > 0 ? plan.Step * unit : 0,
            ((count * (double)plan.Step) + book.Rounded) * unit,
            book.Rounded * unit);
    }

    /// <summary>Returns the result of a window.</summary>
    public static ForecastDistribution Finish(
        AmountBook book, LatticePlan plan, MassWindow window, LatticeErrors errors, double? variance = null)
    {
        window.TrimZeros();
        double unit = 1.0 / FixedPoint.PowerOfTen(book.Digits);
        Int128 lowest = (Int128)window.First * plan.Step;
        foreach (AmountOutcomes outcomes in book.Several)
        {
            lowest += outcomes.Units[0];
        }

        return new ForecastDistribution(
            LatticePlan.ToAmount(lowest, book.Digits) + book.Certain,
            LatticePlan.ToAmount(plan.Step, book.Digits),
            ValueList.Create(window.Masses),
            (double)book.Certain + (book.Mean * unit),
            (variance ?? book.Variance) * unit * unit,
            window.Dropped + errors.Lost,
            errors);
    }

    private static MassWindow Start(
        DealColumns deals, PlacedOutcomes[] several, ref int small, int mostCells, double budget, ref double error)
    {
        int reach = ReachOf(deals, several);
        if (small == 0)
        {
            return new MassWindow(reach, budget, mostCells: mostCells);
        }

        using var circle = FourierCircle.Of(deals, small);
        if (circle.Size == 0)
        {
            // The prediction was too low: the sum does not fit around a circle.
            small = 0;
            return new MassWindow(reach, budget, mostCells: mostCells);
        }
        double[] masses = ArrayPool<double>.Shared.Rent(circle.Size);
        Span<double> cells = masses.AsSpan(0, circle.Size);
        FourierResult result = FourierEngine.Compute(deals, small, circle, cells);
        error = result.Error;
        var window = new MassWindow(reach, budget, cells, result.First, Math.Max(mostCells, circle.Size));
        ArrayPool<double>.Shared.Return(masses);

        // The ends of the circle hold rounding noise.
        window.TrimNoise(Noise);
        return window;
    }
}

/// <summary>The errors of a computed distribution.</summary>
/// <param name="Split">What splitting amounts between cells does to a sum.</param>
/// <param name="Absolute">The bound of the absolute error of cumulative probabilities.</param>
/// <param name="Relative">The bound of the relative error, or null if tails have no relative accuracy.</param>
/// <param name="Lost">Mass that was dropped outside of the window.</param>
internal readonly record struct LatticeErrors(LatticeSplit Split, double Absolute, double? Relative, double Lost);
