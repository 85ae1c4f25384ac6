namespace RevenueModel.Forecasting;

/// <summary>A column in which each row has the number of a value: 1 for the first value in order, zero for no
/// value.</summary>
internal sealed class KeyColumn<T>
    where T : notnull
{
    private KeyColumn(ushort[] keys, T[] values)
    {
        Keys = keys;
        Values = values;
    }

    /// <summary>Gets the number of the value of each row.</summary>
    public ushort[] Keys { get; }

    /// <summary>Gets the values in order. The number of a value is its position plus one.</summary>
    public T[] Values { get; }

    /// <summary>Fills a column row by row.</summary>
    internal sealed class Builder(int count, string plural, string parameter)
    {
        private readonly ushort[] _keys = new ushort[count];
        private readonly Dictionary<T, ushort> _numbers = [];

        /// <summary>Sets the value of a row.</summary>
        /// <exception cref="ArgumentException">The column already has 65,535 other values.</exception>
        public void Set(int row, T value)
        {
            if (!_numbers.TryGetValue(value, out ushort number))
            {
                if (_numbers.Count == ushort.MaxValue)
                {
                    throw new ArgumentException(
                        Invariant($"{parameter} had more than {ushort.MaxValue:#,0} different {plural}, ")
                            + Invariant($"from {value} on; a snapshot holds at most that many."),
                        parameter);
                }

                number = (ushort)(_numbers.Count + 1);
                _numbers.Add(value, number);
            }

            _keys[row] = number;
        }

        /// <summary>Renumbers the values in order and returns the column. The builder must not be used
        /// afterwards.</summary>
        public KeyColumn<T> Build(IComparer<T> order)
        {
            T[] values = [.. _numbers.Keys.Order(order)];
            var renumbered = new ushort[values.Length + 1];
            for (int i = 0; i < values.Length; i++)
            {
                renumbered[_numbers[values[i]]] = (ushort)(i + 1);
            }

            for (int row = 0; row < _keys.Length; row++)
            {
                _keys[row] = renumbered[_keys[row]];
            }

            return new KeyColumn<T>(_keys, values);
        }
    }
}
