using System.Numerics;

namespace RevenueModel.Forecasting;

/// <summary>Predicts what each engine costs, and chooses how many of the small deals the Fourier engine takes. The
/// window takes the others.</summary>
internal static class EngineChoice
{
    // Nanoseconds, measured on one machine; the ratios between them decide.
    private const double WindowCell = 0.22;
    private const double WindowDeal = 25;
    private const double FourierCell = 10;
    private const double FourierFactor = 0.85;
    private const double FourierDeal = 8;

    // Below this the window is fast enough, and it alone gives tails with a relative accuracy.
    private const double Quick = 200_000;
    private const int MostMarks = 64;

    /// <summary>Returns the number of deals, from the smallest, that the Fourier engine takes; zero for
    /// none.</summary>
    /// <param name="deals">The deals in ascending order.</param>
    /// <param name="dropped">The mass that the window may drop.</param>
    public static int FourierCount(DealColumns deals, double dropped)
    {
        if (deals.Count < 32)
        {
            return 0;
        }

        Span<int> counts = stackalloc int[MostMarks];
        Span<Moments> moments = stackalloc Moments[MostMarks];
        int marks = Mark(deals.Count, counts);
        Measure(deals, counts[..marks], moments);

        // From the largest deals down: the cost of the window for the deals above a mark.
        double window = 0;
        double best = double.PositiveInfinity;
        int chosen = 0;
        for (int i = marks - 1; i >= 0; i--)
        {
            double cost = window + FourierCost(moments[i], counts[i]);
            if (cost < best)
            {
                best = cost;
                chosen = counts[i];
            }

            int below = i == 0 ? 0 : counts[i - 1];
            double widthBelow = i == 0 ? 1 : moments[i - 1].WindowWidth(dropped);
            double width = (moments[i].WindowWidth(dropped) + widthBelow) / 2;
            window += (counts[i] - below) * (WindowDeal + (WindowCell * width));
        }

        return window <= Math.Max(best, Quick) ? 0 : chosen;
    }

    // Marks close to the top, where a few large deals can decide, and further apart below.
    private static int Mark(int count, Span<int> marks)
    {
        int used = 0;
        for (double above = 0; used < marks.Length && count - above >= 16; above = Math.Max(above + 1, above * 1.3))
        {
            marks[used++] = count - (int)above;
        }

        marks[..used].Reverse();
        return used;
    }

    private static void Measure(DealColumns deals, ReadOnlySpan<int> counts, Span<Moments> moments)
    {
        double variance = 0;
        double skew = 0;
        double range = 0;
        int at = 0;
        for (int mark = 0; mark < counts.Length; mark++)
        {
            for (; at < counts[mark]; at++)
            {
                int cell = deals.Cell[at];
                double size = (cell < 0 ? ~cell : cell) + deals.Theta(at);
                double probability = deals.Probability[at];
                double squares = probability * (1 - probability) * size * size;
                variance += squares;
                skew += squares * (1 - (2 * probability)) * (cell < 0 ? -size : size);
                range += size;
            }

            moments[mark] = new Moments(variance, skew, range);
        }
    }

    private static double FourierCost(Moments moments, int count)
    {
        int circle = FourierCircle.SizeOf(moments.Variance, moments.Skew, moments.Range);
        if (circle == 0)
        {
            return double.PositiveInfinity;
        }

        double frequencies = FourierEngine.FrequenciesOf(moments.Variance, circle) + Lanes.Most;
        return (FourierCell * circle)
            + (count * (FourierDeal + (FourierFactor * frequencies)))
            + (BitOperations.Log2((uint)circle) * 0.2 * circle);
    }

    /// <summary>The moments of the smallest deals, in cells.</summary>
    private readonly record struct Moments(double Variance, double Skew, double Range)
    {
        public double WindowWidth(double dropped) =>
            Math.Min(Range, 2 * LatticePlan.UsualHalfWidth(Variance, Skew, dropped)) + 16;
    }
}
