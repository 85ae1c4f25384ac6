namespace RevenueModel.Statistics;

/// <summary>The standard normal distribution, with the same bits on any machine. It uses only the four basic
/// operations and square roots, which IEEE 754 defines exactly, and no mathematical function of the
/// platform.</summary>
internal static class StandardNormal
{
    // Coefficients of the published algorithm, from the constant term up.
    private static readonly double[] CentralNumerator =
    [
        3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ];

    private static readonly double[] CentralDenominator =
    [
        1, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
        21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
    ];

    private static readonly double[] MiddleNumerator =
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4,
    ];

    private static readonly double[] MiddleDenominator =
    [
        1, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
        0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static readonly double[] FarNumerator =
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
        0.0265321895265761230930, 0.00124266094738807843860, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static readonly double[] FarDenominator =
    [
        1, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];

    private static readonly double[] InnerNumerator =
    [
        18154.981253343561249, 1067.6894854603709582, 161.02823106855587881, 2.2352520354606839287,
        0.065682337918207449113,
    ];

    private static readonly double[] InnerDenominator =
    [
        45507.789335026729956, 10260.932208618978205, 976.09855173777669322, 47.20258190468824187, 1,
    ];

    private static readonly double[] OuterNumerator =
    [
        9842.7148383839780218, 11602.651437647350124, 6848.1904505362823326, 2494.5375852903726711,
        597.27027639480026226, 93.506656132177855979, 8.8831497943883759412, 0.39894151208813466764,
        1.0765576773720192317e-8,
    ];

    private static readonly double[] OuterDenominator =
    [
        19685.429676859990727, 38912.003286093271411, 34900.952721145977266, 18615.571640885098091,
        6485.558298266760755, 1519.377599407554805, 235.38790178262499861, 22.266688044328115691, 1,
    ];

    private static readonly double[] TailNumerator =
    [
        2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807, 0.1274011611602473639,
        0.21589853405795699, 0.02307344176494017303,
    ];

    private static readonly double[] TailDenominator =
    [
        7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515, 0.468238212480865118,
        1.28426009614491121, 1,
    ];

    private static readonly double[] ExpCoefficients =
    [
        1.66666666666666019037e-1, -2.77777777770155933842e-3, 6.61375632143793436117e-5,
        -1.65339022054652515390e-6, 4.13813679705723846039e-8,
    ];

    private const double InverseRootOfTwoPi = 0.398942280401432677939946;

    /// <summary>Returns the value that a standard normal variable does not exceed with a probability.</summary>
    /// <param name="probability">The probability, between 0 and 1, both excluded.</param>
    /// <remarks>Algorithm AS 241, PPND16 (Wichura 1988); relative accuracy about 1e-16.</remarks>
    public static double Quantile(double probability)
    {
        double q = probability - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            double central = 0.180625 - (q * q);
            return q * Ratio(central, CentralNumerator, CentralDenominator);
        }

        double tail = Math.Sqrt(-Log(q < 0 ? probability : 1 - probability));
        double value = tail <= 5
            ? Ratio(tail - 1.6, MiddleNumerator, MiddleDenominator)
            : Ratio(tail - 5, FarNumerator, FarDenominator);
        return q < 0 ? -value : value;
    }

    private static double Ratio(double x, ReadOnlySpan<double> numerator, ReadOnlySpan<double> denominator) =>
        Polynomial(x, numerator) / Polynomial(x, denominator);

    private static double Polynomial(double x, ReadOnlySpan<double> coefficients)
    {
        double value = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
        {
            value = (value * x) + coefficients[i];
        }

        return value;
    }

    /// <summary>Returns the probability that a standard normal variable does not exceed a value.</summary>
    /// <param name="value">Any number, the infinities included.</param>
    /// <remarks>
    /// Cody's rational Chebyshev approximations (1969; ANORM of Algorithm 715, 1993), which keep the digits of the
    /// lower tail. Relative accuracy about 1e-15. The upper tail is the probability below the negated value.
    /// </remarks>
    public static double Probability(double value)
    {
        double y = Math.Abs(value);
        if (y <= 0.67448975)
        {
            return 0.5 + (value * Ratio(value * value, InnerNumerator, InnerDenominator));
        }

        double tail;
        if (y <= 5.656854249492381)
        {
            tail = Ratio(y, OuterNumerator, OuterDenominator) * ExpOfHalfSquare(y);
        }
        else if (y < 39)
        {
            double inverse = 1 / (y * y);
            double below = inverse * Ratio(inverse, TailNumerator, TailDenominator);
            tail = (InverseRootOfTwoPi - below) / y * ExpOfHalfSquare(y);
        }
        else
        {
            tail = 0; // below the smallest positive double
        }

        return value < 0 ? tail : 1 - tail;
    }

    /// <summary>Returns the probability that a standard normal variable lies between two values, as a difference in
    /// the nearer tail.</summary>
    public static double ProbabilityBetween(double low, double high) =>
        low > 0 ? Probability(-low) - Probability(-high) : Probability(high) - Probability(low);

    /// <summary>Returns the density of a standard normal variable at a value:
    /// <c>exp(-value² / 2) / √(2π)</c>.</summary>
    /// <param name="value">Any number, the infinities included.</param>
    public static double Density(double value)
    {
        double y = Math.Abs(value);
        return y < 39 ? InverseRootOfTwoPi * ExpOfHalfSquare(y) : 0;
    }

    // exp(-y² / 2), with the square split so that its rounding error does not grow with it (Cody).
    private static double ExpOfHalfSquare(double y)
    {
        double head = (long)(y * 16) / 16.0;
        double rest = (y - head) * (y + head);
        return Exp(-head * head / 2) * Exp(-rest / 2);
    }

    /// <summary>Returns the exponential of a number; zero below the smallest result, infinity above the
    /// largest.</summary>
    /// <remarks>
    /// <c>2^k exp(r)</c> with r within half of ln 2 of zero, and a rational approximation of exp(r) from FDLIBM (Sun
    /// Microsystems 1993). Within one unit in the last place.
    /// </remarks>
    internal static double Exp(double value)
    {
        if (value > 709.782712893384)
        {
            return double.PositiveInfinity;
        }

        if (value < -745.1332191019412)
        {
            return 0;
        }

        int k = (int)((value * 1.4426950408889634) + (value < 0 ? -0.5 : 0.5));
        double high = value - (k * 0.693147180369123816490);
        double low = k * 1.90821492927058770002e-10;
        double r = high - low;
        double square = r * r;
        double c = r - (square * Polynomial(square, ExpCoefficients));
        double result = 1 - (low - (r * c / (2 - c)) - high);

        // In two steps, since a single power of two can be out of range while the result is still in range.
        int half = k / 2;
        return result * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((exponent + 1023L) << 52);

    /// <summary>Returns <c>ln(1 + value)</c>, and keeps the digits of a small number.</summary>
    /// <param name="value">Zero or more, finite.</param>
    internal static double LogOnePlus(double value) =>
        value > 0.4 ? Log(1 + value) : LogSeries(value / (2 + value));

    /// <summary>Returns the natural logarithm of a normal positive number: <c>ln(m) + e ln 2</c>, with
    /// <c>ln(m) = 2 artanh((m - 1) / (m + 1))</c> as a series for m between √½ and √2.</summary>
    internal static double Log(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | (1023L << 52));
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        return (exponent * 0.6931471805599453) + LogSeries((mantissa - 1) / (mantissa + 1));
    }

    // 2 artanh(s), for an absolute value of s of up to 0.18.
    private static double LogSeries(double s)
    {
        double square = s * s;
        double series = 0;
        for (int k = 25; k >= 1; k -= 2)
        {
            series = (series * square) + (1.0 / k);
        }

        return 2 * s * series;
    }
}
