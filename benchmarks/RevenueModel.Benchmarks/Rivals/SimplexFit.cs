using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The fit of an sBG as published code does it: the likelihood of each cohort in logarithms, maximized by a
/// plain Nelder-Mead search.</summary>
internal sealed class SimplexFit(RenewalCohort[] cohorts)
{
    private readonly double[][] _counts =
        Array.ConvertAll(cohorts, cohort => cohort.Customers.Select(count => (double)count).ToArray());

    /// <summary>Returns alpha and beta.</summary>
    public double[] Fit()
    {
        double[][] points = [[0, 0], [0.5, 0], [0, 0.5]];
        double[] values = Array.ConvertAll(points, Likelihood);
        while (true)
        {
            Array.Sort(values, points);
            if (values[2] - values[0] < 1e-9 * Math.Abs(values[0]))
            {
                return [Math.Exp(points[0][0]), Math.Exp(points[0][1])];
            }

            double[] reflected = Toward(points, -1);
            double value = Likelihood(reflected);
            if (value < values[0])
            {
                double[] expanded = Toward(points, -2);
                double further = Likelihood(expanded);
                (points[2], values[2]) = further < value ? (expanded, further) : (reflected, value);
            }
            else if (value < values[1])
            {
                (points[2], values[2]) = (reflected, value);
            }
            else
            {
                double[] inner = Toward(points, value < values[2] ? -0.5 : 0.5);
                double near = Likelihood(inner);
                if (near < Math.Min(value, values[2]))
                {
                    (points[2], values[2]) = (inner, near);
                }
                else
                {
                    for (int i = 1; i <= 2; i++)
                    {
                        points[i] =
                            [(points[0][0] + points[i][0]) / 2, (points[0][1] + points[i][1]) / 2];
                        values[i] = Likelihood(points[i]);
                    }
                }
            }
        }
    }

    private static double[] Toward(double[][] points, double share)
    {
        double x = (points[0][0] + points[1][0]) / 2;
        double y = (points[0][1] + points[1][1]) / 2;
        return [x + (share * (points[2][0] - x)), y + (share * (points[2][1] - y))];
    }

    private double Likelihood(double[] logs)
    {
        double alpha = Math.Exp(logs[0]);
        double beta = Math.Exp(logs[1]);
        double sum = 0;
        foreach (double[] counts in _counts)
        {
            double survival = 1;
            for (int t = 1; t < counts.Length; t++)
            {
                double lost = survival * alpha / (alpha + beta + t - 1);
                sum += (counts[t - 1] - counts[t]) * Math.Log(lost);
                survival -= lost;
            }

            sum += counts[^1] * Math.Log(survival);
        }

        return -sum;
    }
}
