
namespace RevenueModel.Tests.Helpers;

/// <summary>Integrates with the five-point Gauss rule over many panels.</summary>
public static class Quadrature
{
    public const double Tolerance = 1e-11;

    private static readonly double[] Nodes =
        [-0.9061798459386640, -0.5384693101056831, 0, 0.5384693101056831, 0.9061798459386640];

    private static readonly double[] Weights =
        [0.2369268850561891, 0.4786286704993665, 0.5688888888888889, 0.4786286704993665, 0.2369268850561891];

    public static double Between(double from, double to, Func<double, double> function, int panels = 40)
    {
        double half = (to - from) / panels / 2;
        double sum = 0;
        for (int panel = 0; panel < panels; panel++)
        {
            double middle = from + (((2 * panel) + 1) * half);
            for (int i = 0; i < Nodes.Length; i++)
            {
                sum += Weights[i] * half * function(middle + (half * Nodes[i]));
            }
        }

        return sum;
    }
}
