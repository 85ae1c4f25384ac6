using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The lattice on which sums are computed: its step in units of a book, and how wide a window has to
/// be.</summary>
internal readonly struct LatticePlan
{
    // An exact lattice may be finer than one that splits amounts by this factor.
    private const int ExactFactor = 4;

    // A window may be wider than planned by this factor. It then is as wide as four exact lattices.
    private const int MostFactor = 16;

    private LatticePlan(long step, bool isExact, double width)
    {
        Step = step;
        IsExact = isExact;
        Width = width;
    }

    /// <summary>Gets the step in units, one or more.</summary>
    public long Step { get; }

    /// <summary>Gets whether all uncertain amounts are multiples of the step.</summary>
    public bool IsExact { get; }

    /// <summary>Gets the width in units of a window that holds all mass but the dropped part.</summary>
    public double Width { get; }

    /// <summary>Chooses the lattice of a book.</summary>
    /// <param name="book">The deals.</param>
    /// <param name="options">The largest number of cells and the dropped mass.</param>
    /// <param name="added">Variance in squared units that a common factor adds. Default: zero.</param>
    /// <remarks>
    /// <para>The largest common divisor of the amounts if the window then fits, which makes the lattice exact.
    /// Otherwise a multiple of it, rounded up to two digits, so that the window has no more cells than allowed.</para>
    /// <para>The width is planned from moments. A window that turns out to be too wide is computed again with a
    /// coarser lattice.</para>
    /// </remarks>
    public static LatticePlan For(AmountBook book, DistributionOptions options, double added = 0)
    {
        long divisor = Math.Max((long)book.Divisor, 1);
        double width = options.Tails == TailAccuracy.Relative
            ? book.Range
            : Math.Min(book.Range, 2 * UsualHalfWidth(book.Variance + added, book.Skew, options.DroppedMass));

        // A single deal fits into the window, however unlikely it is.
        width = Math.Max(width, book.Largest * ExactFactor / MostFactor);
        if (width / divisor < (double)options.MaxCells * ExactFactor)
        {
            return new LatticePlan(divisor, isExact: true, width);
        }

        double multiple = Math.Ceiling(width / divisor / options.MaxCells);
        double digits = 1;
        while (multiple / digits >= 100)
        {
            digits *= 10;
        }

        return new LatticePlan(
            checked(divisor * (long)(Math.Ceiling(multiple / digits) * digits)), isExact: false, width);
    }

    /// <summary>Returns the most cells that a window may have.</summary>
    public static int MostCells(DistributionOptions options) => MostFactor * options.MaxCells;

    /// <summary>Returns a lattice that splits amounts, with a step that is eight times as large.</summary>
    public LatticePlan Coarser() => new(checked(Step * 8), isExact: false, Width);

    /// <summary>Returns a lattice with a given step that splits amounts.</summary>
    public static LatticePlan WithStep(long step, double width) => new(step, isExact: false, width);

    /// <summary>Returns a distance from the mean that a sum of independent amounts exceeds on one side with no more
    /// than a given probability.</summary>
    /// <param name="variance">The variance of the sum.</param>
    /// <param name="largest">The largest distance of an amount from its mean.</param>
    /// <param name="probability">The probability, above 0 and below 1.</param>
    /// <remarks>Bernstein's inequality: <c>P(X - μ ≥ t) ≤ exp(-t² / (2 (σ² + b t / 3)))</c>, solved for
    /// t.</remarks>
    public static double HalfWidth(double variance, double largest, double probability)
    {
        double log = -StandardNormal.Log(Math.Max(probability, 1e-300));
        double linear = log * largest / 3;
        return linear + Math.Sqrt((linear * linear) + (2 * log * variance));
    }

    /// <summary>Returns about how far a sum is from its mean with a given probability on either side. It is used to
    /// plan.</summary>
    /// <param name="variance">The variance of the sum.</param>
    /// <param name="skew">The third cumulant of the sum.</param>
    /// <param name="probability">The probability, above 0 and below 1.</param>
    /// <remarks>The solution of Bernstein's inequality, with a largest amount that has the same third
    /// cumulant.</remarks>
    public static double UsualHalfWidth(double variance, double skew, double probability) =>
        variance == 0 ? 0 : HalfWidth(variance, Math.Abs(skew) / variance, probability / 2) * 1.03;

    /// <summary>Returns an amount in the currency of the deals.</summary>
    /// <param name="units">The amount in units, a whole number.</param>
    /// <param name="digits">The decimal places of the unit.</param>
    public static decimal ToAmount(Int128 units, int digits) => (decimal)units / FixedPoint.PowerOfTen(digits);
}
