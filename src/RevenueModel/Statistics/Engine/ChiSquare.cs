namespace RevenueModel.Statistics;

/// <summary>The chi-square distribution with whole degrees of freedom, with the same bits on any machine.</summary>
internal static class ChiSquare
{
    /// <summary>Returns the probability that a chi-square variable exceeds a value.</summary>
    /// <param name="value">The value, zero or more.</param>
    /// <param name="degreesOfFreedom">The degrees of freedom, one or more.</param>
    /// <remarks>
    /// For even degrees <c>exp(-x/2) Σ (x/2)^i / i!</c> with i below half of them. For odd degrees the probability of
    /// one degree, <c>2 Φ(-√x)</c>, and <c>exp(-x/2) Σ (x/2)^(i - ½) / Γ(i + ½)</c> with i from 1.
    /// </remarks>
    public static double UpperTail(double value, int degreesOfFreedom)
    {
        double half = value / 2;
        double density = StandardNormal.Exp(-half);
        if (degreesOfFreedom % 2 == 0)
        {
            double term = density;
            double sum = term;
            for (int i = 1; i < degreesOfFreedom / 2; i++)
            {
                term *= half / i;
                sum += term;
            }

            return Math.Min(sum, 1);
        }

        double root = Math.Sqrt(value);
        double tail = 2 * StandardNormal.Probability(-root);
        double part = density * root * Math.Sqrt(2 / Math.PI);
        for (int i = 1; i <= degreesOfFreedom / 2; i++)
        {
            tail += part;
            part *= value / ((2 * i) + 1);
        }

        return Math.Min(tail, 1);
    }
}
