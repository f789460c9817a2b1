using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Foedus.Counting.Tests.Numbers;

public class RatioTests
{
    [Theory]
    [InlineData("2/3", "2/3")]
    [InlineData("4/6", "2/3")]
    [InlineData("55%", "11/20")]
    [InlineData("1.20", "6/5")]
    [InlineData("25_000", "25000")]
    [InlineData("11 1/2", "23/2")]
    [InlineData("-11 1/2", "-23/2")]
    [InlineData("33 1/3%", "1/3")]
    [InlineData("62.5 %", "5/8")]
    [InlineData("+7", "7")]
    [InlineData("0/5", "0")]
    [InlineData("0.000_1", "1/10000")]
    [InlineData("1000000000000000000000/3", "1000000000000000000000/3")]
    public void Numbers_as_charters_write_them_are_read_exactly(string text, string expected)
    {
        Assert.True(Ratio.TryParse(text, out var ratio));
        Assert.Equal(expected, ratio.ToString());
        Assert.Equal(ratio, Ratio.Parse(ratio.ToMixedString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("-")]
    [InlineData("%")]
    [InlineData("1/0")]
    [InlineData("1/")]
    [InlineData("/2")]
    [InlineData("1//2")]
    [InlineData("1,5")]
    [InlineData("25 000")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1__0")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2/3")]
    [InlineData("1e9")]
    [InlineData("--1")]
    [InlineData("1/-2")]
    [InlineData("٣")]
    [InlineData("half")]
    public void Anything_else_is_refused_without_an_exception(string? text) => Assert.False(Ratio.TryParse(text, out _));

    [Fact]
    public void A_text_too_long_to_be_a_number_is_refused() =>
        Assert.False(Ratio.TryParse(new string('9', Ratio.LongestText + 1), out _));

    [Theory]
    [InlineData("7/2", "3", "4", "4")]
    [InlineData("-7/2", "-4", "-3", "-3")]
    [InlineData("10/3", "3", "4", "3")]
    [InlineData("-10/3", "-4", "-3", "-3")]
    [InlineData("5", "5", "5", "5")]
    [InlineData("0", "0", "0", "0")]
    public void Rounding_goes_where_its_name_says(string value, string floor, string ceiling, string halfUp)
    {
        var ratio = Ratio.Parse(value);
        Assert.Equal(floor, ratio.Floor().ToString(CultureInfo.InvariantCulture));
        Assert.Equal(ceiling, ratio.Ceiling().ToString(CultureInfo.InvariantCulture));
        Assert.Equal(halfUp, ratio.RoundHalfUp().ToString(CultureInfo.InvariantCulture));
        Assert.Equal(ratio, ratio.Round(Rounding.Exact));
    }

    [Theory]
    [InlineData("23/2", "11 1/2")]
    [InlineData("-23/2", "-11 1/2")]
    [InlineData("1/2", "1/2")]
    [InlineData("12", "12")]
    public void Mixed_numbers_read_as_people_write_them(string value, string mixed) =>
        Assert.Equal(mixed, Ratio.Parse(value).ToMixedString());

    [Theory]
    [InlineData("2/3", 2, "0.67")]
    [InlineData("-1/8", 2, "-0.13")]
    [InlineData("-1/1000", 2, "0.00")]
    [InlineData("371", 0, "371")]
    [InlineData("1/2", 0, "1")]
    [InlineData("5/4", 1, "1.3")]
    public void Decimals_for_a_table_round_an_exact_half_away_from_zero(string value, int places, string expected) =>
        Assert.Equal(expected, Ratio.Parse(value).ToDecimalString(places));

    [Fact]
    public void The_default_value_is_zero()
    {
        Assert.Equal(Ratio.Zero, default);
        Assert.Equal("0", default(Ratio).ToString());
        Assert.Equal(BigInteger.One, default(Ratio).Denominator);
    }

    [Fact]
    public void Division_by_zero_can_be_asked_about_without_an_exception()
    {
        Assert.False(Ratio.TryDivide(1, 0, out _));
        Assert.False(Ratio.TryCreate(1, 0, out _));
        Assert.Throws<DivideByZeroException>(() => Ratio.One / Ratio.Zero);
    }

    [Fact]
    public void Values_at_the_edge_of_64_bits_stay_exact()
    {
        Ratio least = long.MinValue;
        Ratio most = long.MaxValue;
        Assert.Equal("9223372036854775808", (-least).ToString());
        Assert.Equal("9223372036854775808", (most + 1).ToString());
        Assert.Equal(most, most + 1 - 1);
        Assert.Equal(least, -(-least));
        Assert.Equal((-least).GetHashCode(), (most + 1).GetHashCode());
        Assert.Equal("85070591730234615847396907784232501249", (most * most).ToString());
        Assert.Equal(Ratio.One, most * most / (most * most));
        Assert.True(least < most && Ratio.Of(1, long.MaxValue) < Ratio.Of(1, long.MaxValue - 1));
        Assert.False((most + 1).TryToInt64(out _));
        Assert.True(most.TryToInt64(out var back) && back == long.MaxValue);
    }

    // Pairs of fractions from small to far above 64 bits, against arithmetic on plain BigInteger fractions.
    private static readonly Gen<Ratio> AnyRatio =
        from top in Gen.OneOf(Gen.Choose(-12, 12).Select(x => (BigInteger)x), ArbMap.Default.GeneratorFor<BigInteger>(), Gen.Elements<BigInteger>(long.MaxValue, long.MinValue, BigInteger.Pow(10, 30)))
        from bottom in Gen.OneOf(Gen.Choose(1, 12).Select(x => (BigInteger)x), Gen.Elements<BigInteger>(long.MaxValue, 1L << 62, BigInteger.Pow(3, 50)))
        select Ratio.Of(top, bottom);

    [Fact]
    public void Arithmetic_agrees_with_plain_fractions() =>
        Prop.ForAll(AnyRatio.Two().ToArbitrary(), pair =>
        {
            var (a, b) = pair;
            var sum = Ratio.Of((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);
            var product = Ratio.Of(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
            var order = (a.Numerator * b.Denominator).CompareTo(b.Numerator * a.Denominator);
            return a + b == sum && a * b == product && a - b == a + -b
                && Math.Sign(a.CompareTo(b)) == order && (a == b) == (order == 0)
                && (b.IsZero || (a / b) * b == a)
                && a.Floor() <= a && a < a.Floor() + 1 && a.Ceiling() - 1 < a && a <= a.Ceiling()
                && Ratio.Parse(a.ToString()) == a && Ratio.Parse(a.ToMixedString()) == a
                && BigInteger.GreatestCommonDivisor(a.Numerator, a.Denominator).IsOne;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
}
