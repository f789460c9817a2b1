namespace Foedus.Ledger.Postgres.Tests.Stores;

public class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://h/d", "postgres://h/d")]
    [InlineData("postgresql://ada:s3cret@h:5433/d?federation=choirs", "postgres://h:5433/d?federation=choirs")]
    [InlineData("POSTGRES:///d?host=/run/pg&user=ada&password=s3cret", "postgres:///d")]
    [InlineData("postgres://a%40b:s3%2Fcret@[::1]:5432/my%20acts", "postgres://::1/my acts")]
    [InlineData("postgres://h/d?sslmode=verify-full&connect_timeout=3&application_name=x", "postgres://h/d")]
    public void An_address_is_read_and_shown_without_its_password(string text, string shown)
    {
        Assert.True(PostgresAddress.TryParse(text, out var address, out _));
        Assert.Equal(shown, address.Display);
    }

    [Theory]
    [InlineData("mysql://h/d", "does not begin with")]
    [InlineData("postgres://s3cret", "names no database")]
    [InlineData("postgres://u:s3cret@h:99999/d", "port")]
    [InlineData("postgres://u:s3cret@h/d/e", "slash")]
    [InlineData("postgres://h/d?pasword=s3cret", "nothing else")]
    [InlineData("postgres://h/d?federation=S3cret!", "no name")]
    [InlineData("postgres://h/d?sslmode=s3cret", "sslmode")]
    public void What_is_no_address_is_told_of_without_repeating_it(string text, string problem)
    {
        Assert.False(PostgresAddress.TryParse(text, out _, out var told));
        Assert.Contains(problem, told, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", told, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("cannot open postgres://ada:s3cret@h/d?x=1 today", "cannot open postgres://***@h/d?x=1 today")]
    [InlineData("postgresql://h/d?password=s3cret&federation=a", "postgresql://h/d?password=***&federation=a")]
    [InlineData("postgres://u:s3:c@ret@h/d and postgres://v:s3cret@h/e", "postgres://***@h/d and postgres://***@h/e")]
    [InlineData("nothing of the kind", "nothing of the kind")]
    public void Texts_are_shown_without_passwords(string text, string shown) => Assert.Equal(shown, PostgresAddress.WithoutSecrets(text));
}
