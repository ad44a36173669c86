export * from '../../dev/samples/turns';
